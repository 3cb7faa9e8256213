package dev.patchbay.shared.virtualnumber;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * From now on this happens to calls that no operator answers.
 *
 * @param fallbackType {@code hangup}, {@code forward}, {@code voicemail} or {@code virtual_number}
 * @param phoneNumber where calls are forwarded, in E.164 form; null for other types
 * @param fallbackVirtualNumberId which virtual number takes over; null for other types
 */
@Revision("1")
public record FallbackChanged(
        long virtualNumberId,
        String fallbackType,
        @Nullable @Personal String phoneNumber,
        @Nullable Long fallbackVirtualNumberId)
        implements VirtualNumberEvent {}
