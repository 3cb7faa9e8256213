package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Complaint;
import dev.patchbay.rest.answer.Flat;
import dev.patchbay.shared.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The parts of lists that begin anywhere, as parameters of a request. */
public final class Slices {
    private static final int DEFAULT_LIMIT = 20;
    private static final int LARGEST_LIMIT = 100;
    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,18}");

    private Slices() {}

    /** The part that {@code limit} and {@code offset} ask for. */
    public static Slice of(Function<String, Optional<String>> parameters) {
        List<Complaint> complaints = new ArrayList<>();
        long limit = integer(parameters, "limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT, complaints);
        long offset = integer(parameters, "offset", 0, Long.MAX_VALUE, 0, complaints);
        if (!complaints.isEmpty()) {
            throw Flat.invalid(complaints);
        }
        return new Slice(Math.toIntExact(limit), offset);
    }

    private static long integer(
            Function<String, Optional<String>> parameters,
            String name,
            long from,
            long to,
            long otherwise,
            List<Complaint> complaints) {
        Optional<String> text = parameters.apply(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (INTEGER.matcher(text.get()).matches()) {
            long number = Long.parseLong(text.get());
            if (number >= from && number <= to) {
                return number;
            }
        }
        complaints.add(new Complaint(
                name,
                to == Long.MAX_VALUE
                        ? "must be an integer from " + from
                        : "must be an integer from " + from + " to " + to));
        return otherwise;
    }
}
