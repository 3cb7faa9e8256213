package dev.patchbay.shared.text;

/** A text is not a value of its type; the message completes a sentence that begins with the field's name. */
public final class InvalidText extends Exception {
    public InvalidText(String message) {
        super(message, null, false, false);
    }
}
