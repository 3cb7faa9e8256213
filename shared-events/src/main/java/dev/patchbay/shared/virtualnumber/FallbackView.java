package dev.patchbay.shared.virtualnumber;

import org.jspecify.annotations.Nullable;

/**
 * What happens to a call that no operator answers; null is what does not belong to its type.
 *
 * @param type {@code hangup}, {@code forward}, {@code voicemail} or {@code virtual_number}
 * @param phoneNumber where it is forwarded, in E.164 form
 * @param id the virtual number that takes over
 */
public record FallbackView(
        String type, @Nullable String phoneNumber, @Nullable Long id) {}
