package dev.patchbay.rest.answer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ETag;

/**
 * A strong validator: which version of a thing an answer shows, and what exactly it says.
 *
 * @param version the sequence number of the thing's last event; -1 for lists, which have none
 */
public record EntityTag(long version, String hash) {
    private static final int HASH_LENGTH = 16;
    private static final Pattern VERSIONED = Pattern.compile("([0-9]{1,18})-[0-9a-f]{16}");

    public static EntityTag of(long version, String body) {
        return new EntityTag(version, Digest.of(body).substring(0, HASH_LENGTH));
    }

    /** As it stands in the header, quotes included. */
    public String header() {
        return version < 0 ? '"' + hash + '"' : '"' + Long.toString(version) + '-' + hash + '"';
    }

    /** Whether an {@code If-Match} names this version; what else the answer showed then does not matter. */
    public boolean matches(String ifMatch) {
        return ETag.parse(ifMatch).stream().anyMatch(tag -> tag.isWildcard() || (!tag.weak() && namesVersion(tag)));
    }

    /** Whether an {@code If-None-Match} names this very answer. */
    public boolean isAmong(String ifNoneMatch) {
        List<ETag> known = ETag.parse(ifNoneMatch);
        return known.stream().anyMatch(tag -> tag.isWildcard() || header().equals('"' + tag.tag() + '"'));
    }

    private boolean namesVersion(ETag tag) {
        Matcher versioned = VERSIONED.matcher(tag.tag());
        return versioned.matches() && Long.parseLong(versioned.group(1)) == version;
    }
}
