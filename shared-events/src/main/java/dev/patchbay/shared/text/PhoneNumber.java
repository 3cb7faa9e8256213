package dev.patchbay.shared.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import java.util.regex.Pattern;

/** A telephone number in E.164 form, such as {@code +15551234567}. */
public record PhoneNumber(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST_WRITTEN_FORM = 64;

    /** Digits, marks and blanks of any script; with words around a number it would be a guess which part is meant. */
    private static final Pattern WRITTEN_FORM = Pattern.compile("[\\p{Nd}\\p{Z}\\p{Pd}\\p{Cf}+＋().（）．/]+");

    /**
     * Reads an international number, or a local one of the region.
     *
     * @param region ISO 3166-1 alpha-2, upper case
     */
    public static PhoneNumber parse(String text, String region) throws InvalidText {
        String written = Texts.strip(text);
        if (written.isEmpty()) {
            throw new InvalidText("can't be blank");
        }
        if (written.length() > LONGEST_WRITTEN_FORM
                || !WRITTEN_FORM.matcher(written).matches()) {
            throw new InvalidText("is invalid");
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(written, region);
            if (!isDiallable(number)) {
                throw new InvalidText("is invalid");
            }
            return new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException e) {
            throw new InvalidText("is invalid");
        }
    }

    /** The region the number belongs to, ISO 3166-1 alpha-2; the main one of its country code when that is not decidable. */
    public String region() {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(e164, null);
            String region = NUMBERS.getRegionCodeForNumber(number);
            return region != null ? region : NUMBERS.getRegionCodeForCountryCode(number.getCountryCode());
        } catch (NumberParseException e) {
            throw new IllegalStateException(e164 + " was a number when it was stored", e);
        }
    }

    /** Whether numbers of the region (ISO 3166-1 alpha-2, upper case) share this number's country calling code. */
    public boolean sharesCallingCodeWith(String region) {
        return e164.startsWith("+" + NUMBERS.getCountryCodeForRegion(region))
                && NUMBERS.getCountryCodeForRegion(this.region()) == NUMBERS.getCountryCodeForRegion(region);
    }

    /** A region with a numbering plan, ISO 3166-1 alpha-2 in any case, in upper case. */
    public static String knownRegion(String text) throws InvalidText {
        String region = text.strip().toUpperCase(Locale.ROOT);
        if (!NUMBERS.getSupportedRegions().contains(region)) {
            throw new InvalidText("is invalid");
        }
        return region;
    }

    private static boolean isDiallable(Phonenumber.PhoneNumber number) {
        return (isFiction(number) && NUMBERS.isPossibleNumber(number)) || NUMBERS.isValidNumber(number);
    }

    /** North American numbers set aside for fiction have 555 for an area or an exchange. */
    private static boolean isFiction(Phonenumber.PhoneNumber number) {
        String national = NUMBERS.getNationalSignificantNumber(number);
        return number.getCountryCode() == 1
                && national.length() == 10
                && (national.startsWith("555") || national.startsWith("555", 3));
    }

    @Override
    public String toString() {
        return e164;
    }
}
