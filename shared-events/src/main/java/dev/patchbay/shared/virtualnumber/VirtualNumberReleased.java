package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** The account gave the number up; its E.164 number is free again, this record of it is not. */
@Revision("1")
public record VirtualNumberReleased(long virtualNumberId, String phoneNumber) implements VirtualNumberEvent {}
