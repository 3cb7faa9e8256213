package dev.patchbay.shared.domain;

import com.ibm.icu.text.IDNA;
import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a domain in the form in which DNS knows it: lower-case, in ASCII, without a dot at its end. */
public record DomainName(String value) {

    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO);

    /** What the prefixes of records leave of the 253 characters that a name may have. */
    private static final int LONGEST = 180;

    private static final int LONGEST_WRITTEN_FORM = 1000;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

    /** Numbers at the end are an address of the internet protocol, not a name. */
    private static final Pattern SEVERAL_LABELS = Pattern.compile("(?:" + LABEL + "\\.)+(?![0-9]+$)" + LABEL);

    public static DomainName parse(String text) throws InvalidText {
        String written = Texts.line(text, LONGEST_WRITTEN_FORM);
        IDNA.Info info = new IDNA.Info();
        String name = withoutFinalDot(written);
        name = NAMES.nameToASCII(name, new StringBuilder(), info).toString().toLowerCase(Locale.ROOT);
        if (info.hasErrors() || !SEVERAL_LABELS.matcher(name).matches()) {
            throw new InvalidText("is invalid");
        }
        if (name.length() > LONGEST) {
            throw new InvalidText("is too long (maximum is " + LONGEST + " characters)");
        }
        return new DomainName(name);
    }

    private static String withoutFinalDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    @Override
    public String toString() {
        return value;
    }
}
