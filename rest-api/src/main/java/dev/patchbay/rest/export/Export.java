package dev.patchbay.rest.export;

import dev.patchbay.rest.answer.Digest;
import dev.patchbay.rest.answer.EntityTag;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.export.Dataset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is taken out; the same always has the same bytes.
 *
 * @param first the first position of the range; beyond the end when there is nothing in it
 * @param end the position as of which everything is read
 * @param encoding what turns rows into bytes, with its version
 */
record Export(Dataset dataset, Format format, long accountId, long first, long end, String encoding) {
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})-[0-9a-f]{16}\"");
    private static final int HASH_LENGTH = 16;

    static Export of(Dataset dataset, Exchange exchange, ParquetFiles parquet) {
        Format format = exchange.parameter("format").map(Format::of).orElse(Format.NDJSON);
        long first = exchange.beginning("from").orElse(1L);
        long reached = exchange.position();
        long end = exchange.point("to").orElse(reached);
        Long asOf = exchange.moment().exactly();
        if (asOf != null && end > asOf) {
            throw Problem.parameter("to must not be after as_of");
        }
        return new Export(
                dataset,
                format,
                exchange.scope().accountId(),
                Math.min(first, end + 1),
                end,
                format == Format.PARQUET ? parquet.version() : "");
    }

    /** Names the end, so that who has it can go on where the answer broke off. */
    EntityTag tag() {
        String hash = new Digest()
                .part(dataset.name())
                .part(format.name())
                .part(Long.toString(accountId))
                .part(Long.toString(first))
                .part(Long.toString(end))
                .part(Integer.toString(Dataset.VERSION))
                .part(encoding)
                .hex();
        return new EntityTag(end, hash.substring(0, HASH_LENGTH));
    }

    /** The same with the end that a tag names, when the tag is its. */
    Optional<Export> tagged(String tag) {
        Matcher named = TAG.matcher(tag);
        return named.matches()
                ? Optional.of(new Export(dataset, format, accountId, first, Long.parseLong(named.group(1)), encoding))
                        .filter(export ->
                                export.end <= end && export.tag().header().equals(tag))
                : Optional.empty();
    }

    /** Where exactly this can be had, also later. */
    String location(String path) {
        return path + "?format=" + format.word() + "&from=@" + first + "&to=@" + end;
    }

    String fileName() {
        return dataset.name().toLowerCase(Locale.ROOT) + "." + format.word();
    }
}
