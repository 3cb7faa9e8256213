package dev.patchbay.shared.virtualnumber;

import dev.patchbay.shared.text.PhoneNumber;

/** What happens to a call that no operator answers. */
public sealed interface Fallback {

    /** What a number does until it is told otherwise. */
    Fallback DEFAULT = new HangUp();

    /** The call ends. */
    record HangUp() implements Fallback {}

    /** The call goes to another telephone. */
    record Forward(PhoneNumber phoneNumber) implements Fallback {}

    /** The caller may leave a message. */
    record Voicemail() implements Fallback {}

    /** The call is routed as if it had come for another virtual number of the account. */
    record ToVirtualNumber(VirtualNumberId virtualNumber) implements Fallback {}
}
