package dev.patchbay.shared.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a call to a virtual number goes, and why.
 *
 * @param recording whether what is said is recorded
 * @param turn whose turn it is when operators take turns: decisions about the number are counted from 0
 * @param steps one after the other until somebody answers
 * @param fallback what happens when nobody does
 * @param excluded who is left out
 */
public record RouteView(
        long virtualNumberId,
        String phoneNumber,
        String routingStrategy,
        boolean recording,
        long turn,
        List<Step> steps,
        Fallback fallback,
        List<Exclusion> excluded) {

    public RouteView {
        steps = List.copyOf(steps);
        excluded = List.copyOf(excluded);
    }

    /** Operators that ring together, and for how many seconds. */
    public record Step(int ringSeconds, List<RungOperator> operators) {
        public Step {
            operators = List.copyOf(operators);
        }
    }

    /** An operator who is rung. */
    public record RungOperator(long id, String name, String phoneNumber, Because because) {}

    /**
     * What happens when nobody answers; null is what does not belong to its type.
     *
     * @param ringSeconds how long the other telephone rings when the call is forwarded
     * @param type {@code hangup}, {@code forward}, {@code voicemail} or {@code virtual_number}
     * @param route where the call goes from the virtual number that takes over; null when the scope cannot see that one
     */
    public record Fallback(
            String type,
            @Nullable String phoneNumber,
            @Nullable Integer ringSeconds,
            @Nullable Long id,
            Because because,
            @Nullable RouteView route) {}

    /**
     * Something that is left out.
     *
     * @param kind {@code operator} or {@code virtual_number}
     * @param reason {@code inactive} or {@code released}
     */
    public record Exclusion(String kind, long id, @Nullable String name, String reason, Because because) {}
}
