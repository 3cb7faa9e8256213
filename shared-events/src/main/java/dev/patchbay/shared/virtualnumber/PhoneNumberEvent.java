package dev.patchbay.shared.virtualnumber;

import dev.patchbay.shared.Event;

/** What happened to an E.164 number. */
public sealed interface PhoneNumberEvent extends Event permits PhoneNumberClaimed, PhoneNumberFreed {
    String phoneNumber();
}
