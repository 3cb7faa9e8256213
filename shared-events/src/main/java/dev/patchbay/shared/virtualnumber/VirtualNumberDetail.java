package dev.patchbay.shared.virtualnumber;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A virtual number with everything that decides who answers it. */
public record VirtualNumberDetail(
        long id,
        String phoneNumber,
        @Nullable String name,
        String countryCode,
        boolean active,
        boolean recording,
        String routingStrategy,
        int ringTimeoutSeconds,
        FallbackView fallback,
        boolean aiReceptionistEnabled,
        Stats stats,
        List<AttachedOperator> operators,
        List<AvailableOperator> availableOperators,
        List<RecentCall> recentCalls) {

    public VirtualNumberDetail {
        operators = List.copyOf(operators);
        availableOperators = List.copyOf(availableOperators);
        recentCalls = List.copyOf(recentCalls);
    }

    /** Totals over all calls of the number; the average is over answered calls, in seconds, rounded half up. */
    public record Stats(long totalCalls, long answeredCalls, long missedCalls, long averageDurationSeconds) {}

    /**
     * An operator in the ring order; priorities are 0..n-1.
     *
     * @param ringSeconds how long the operator is rung; null for as long as the number says
     */
    public record AttachedOperator(
            long id,
            String name,
            String phoneNumber,
            String initials,
            int priority,
            @Nullable Integer ringSeconds) {}

    /** An operator that could be attached. */
    public record AvailableOperator(long id, String name, String phoneNumber, String initials) {}

    /**
     * One of the ten calls that began last.
     *
     * @param createdAt when it began
     */
    public record RecentCall(
            long id,
            @Nullable String phoneNumber,
            @Nullable String callerName,
            String callStatus,
            long callDuration,
            String direction,
            boolean aiHandled,
            @Nullable String transcriptSummary,
            Instant createdAt) {}
}
