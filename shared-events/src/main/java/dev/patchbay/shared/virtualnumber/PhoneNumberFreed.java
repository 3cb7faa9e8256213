package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on nobody holds the E.164 number. */
@Revision("1")
public record PhoneNumberFreed(String phoneNumber, long virtualNumberId) implements PhoneNumberEvent {}
