package dev.patchbay.shared.text;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/** A language by its ISO 639-1 code, with a region where that matters, such as {@code lt} or {@code en-GB}. */
public record Language(String tag) {

    private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

    public static Language parse(String text) throws InvalidText {
        String tag = Texts.strip(text);
        if (tag.isEmpty()) {
            throw new InvalidText("can't be blank");
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!CODES.contains(locale.getLanguage()) || !isPlain(locale)) {
                throw new InvalidText("is invalid");
            }
            return new Language(locale.toLanguageTag());
        } catch (IllformedLocaleException e) {
            throw new InvalidText("is invalid");
        }
    }

    /** A code and perhaps a region, nothing longer. */
    private static boolean isPlain(Locale locale) {
        return locale.getVariant().isEmpty()
                && locale.getScript().isEmpty()
                && locale.getExtensionKeys().isEmpty();
    }

    @Override
    public String toString() {
        return tag;
    }
}
