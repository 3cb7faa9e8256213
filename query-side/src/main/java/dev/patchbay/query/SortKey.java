package dev.patchbay.query;

import com.ibm.icu.text.Collator;
import java.util.Locale;

/** Where a name stands in a list: whatever its case, accented letters after their base letter. */
public final class SortKey {

    private static final Collator ORDER = order();

    private SortKey() {}

    /** Bytes that compare, unsigned and one after the other, as the names do. */
    public static byte[] of(String name) {
        return ORDER.getCollationKey(name).toByteArray();
    }

    private static Collator order() {
        Collator collator = Collator.getInstance(Locale.ROOT);
        collator.setStrength(Collator.SECONDARY);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        return collator.freeze();
    }
}
