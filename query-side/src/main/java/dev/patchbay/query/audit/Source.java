package dev.patchbay.query.audit;

import dev.patchbay.shared.Kind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The thing whose stream an event stands in; other streams only keep something out of the log. */
record Source(Kind kind, long id) {

    private static final Map<String, Kind> KINDS =
            Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::word, Function.identity()));

    /** The thing with this stream, such as {@code operator-42}, if it is one's. */
    static Optional<Source> of(String stream) {
        int hyphen = stream.indexOf('-');
        return Optional.ofNullable(KINDS.get(stream.substring(0, Math.max(hyphen, 0))))
                .map(kind -> new Source(kind, Long.parseLong(stream.substring(hyphen + 1))));
    }
}
