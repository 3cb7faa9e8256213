package dev.patchbay.shared.virtualnumber;

/** An E.164 number as something that can be held. */
public record PhoneNumberId(String e164) {
    @Override
    public String toString() {
        return "phone_number-" + e164;
    }
}
