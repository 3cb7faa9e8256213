package dev.patchbay.rest.answer;

import org.springframework.util.StringUtils;

/**
 * What is wrong with a member of a request.
 *
 * @param field its name
 * @param message completes a sentence that begins with the name
 */
public record Complaint(String field, String message) {

    /** For people. */
    public String sentence() {
        return StringUtils.capitalize(field.replace('_', ' ')) + " " + message;
    }
}
