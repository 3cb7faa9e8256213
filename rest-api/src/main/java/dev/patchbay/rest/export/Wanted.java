package dev.patchbay.rest.export;

import dev.patchbay.rest.exchange.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/** Which part of which export a request wants; no part where it wants the whole. */
record Wanted(Export export, Optional<HttpRange> range) {

    /**
     * Without a position for an end, only who shows the tag of the first answer gets the rest of that very export: what a time means
     * may change while events of that time are being recorded, or when the clock is set back.
     */
    static Wanted of(Export export, Exchange exchange, HttpServletRequest request) {
        Optional<HttpRange> range = range(request);
        if (range.isEmpty()) {
            return new Wanted(export, range);
        }
        boolean isEndGiven = exchange.parameter("to")
                .or(() -> exchange.parameter("as_of"))
                .filter(end -> end.startsWith("@"))
                .isPresent();
        String begun = request.getHeader(HttpHeaders.IF_RANGE);
        if (begun == null) {
            return new Wanted(export, isEndGiven ? range : Optional.empty());
        }
        return export.tagged(begun)
                .filter(same -> !isEndGiven || same.end() == export.end())
                .map(same -> new Wanted(same, range))
                .orElseGet(() -> new Wanted(export, Optional.empty()));
    }

    /** One part in bytes; whatever else a client may ask for is answered whole. */
    private static Optional<HttpRange> range(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.RANGE);
        if (header == null || !request.getMethod().equals("GET")) {
            return Optional.empty();
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            return ranges.size() == 1 ? Optional.of(ranges.getFirst()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
