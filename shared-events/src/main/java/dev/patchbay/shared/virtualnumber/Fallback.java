package dev.patchbay.shared.virtualnumber;

import dev.patchbay.shared.text.PhoneNumber;

/** What happens to a call that no operator answers. */
public sealed interface Fallback {

    /** What a number does until it is told otherwise. */
    Fallback DEFAULT = new HangUp();

    /** As it is written in events and answers. */
    String type();

    /** The call ends. */
    record HangUp() implements Fallback {
        @Override
        public String type() {
            return "hangup";
        }
    }

    /** The call goes to another telephone. */
    record Forward(PhoneNumber phoneNumber) implements Fallback {
        @Override
        public String type() {
            return "forward";
        }
    }

    /** The caller may leave a message. */
    record Voicemail() implements Fallback {
        @Override
        public String type() {
            return "voicemail";
        }
    }

    /** The call is routed as if it had come for another virtual number of the account. */
    record ToVirtualNumber(VirtualNumberId virtualNumber) implements Fallback {
        @Override
        public String type() {
            return "virtual_number";
        }
    }
}
