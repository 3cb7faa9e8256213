package dev.patchbay.rest.export;

import dev.patchbay.rest.answer.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/** Which bytes of how many are sent, both ends included; none where the last comes before the first. */
record Part(long first, long last, long length, boolean whole) {

    static Part of(Optional<HttpRange> range, long length) {
        return range.map(wanted -> of(wanted, length)).orElseGet(() -> new Part(0, length - 1, length, true));
    }

    private static Part of(HttpRange range, long length) {
        try {
            Part part = new Part(range.getRangeStart(length), range.getRangeEnd(length), length, false);
            if (part.first <= part.last) {
                return part;
            }
        } catch (IllegalArgumentException e) {
            throw Problem.unsatisfiable(length);
        }
        throw Problem.unsatisfiable(length);
    }

    void describe(HttpServletResponse response) {
        response.setContentLengthLong(last - first + 1);
        if (!whole) {
            response.setStatus(206);
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + length);
        }
    }
}
