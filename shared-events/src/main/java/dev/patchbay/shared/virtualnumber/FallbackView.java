package dev.patchbay.shared.virtualnumber;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a call that no operator answers; only what belongs to its type is there.
 *
 * @param type {@code hangup}, {@code forward}, {@code voicemail} or {@code virtual_number}
 * @param phoneNumber where it is forwarded, in E.164 form
 * @param id the virtual number that takes over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FallbackView(
        String type, @Nullable String phoneNumber, @Nullable Long id) {}
