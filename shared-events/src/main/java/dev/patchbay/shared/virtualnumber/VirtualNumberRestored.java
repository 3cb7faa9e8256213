package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The account routes calls to the E.164 number again, as before it was given up.
 *
 * @param fallbackVirtualNumberId the virtual number that it falls back to; null for none
 */
@Revision("1")
public record VirtualNumberRestored(
        long virtualNumberId, String phoneNumber, @Nullable Long fallbackVirtualNumberId)
        implements VirtualNumberEvent {}
