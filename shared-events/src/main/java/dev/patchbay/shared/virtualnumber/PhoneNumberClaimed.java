package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on this virtual number, and no other in the installation, holds the E.164 number. */
@Revision("1")
public record PhoneNumberClaimed(String phoneNumber, long virtualNumberId) implements PhoneNumberEvent {}
