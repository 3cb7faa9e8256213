package dev.patchbay.benchmarks;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** How scores of the same figure stand to each other. */
record Comparison(List<Standing> standings) {

    /**
     * One score.
     *
     * @param synced whether a write that was answered would survive a power failure
     * @param score empty for who failed, and is compared with nobody
     */
    record Standing(boolean stock, boolean synced, OptionalDouble score) {}

    /** How many times the best stock store that is; empty when there is none, or no score. */
    OptionalDouble toBestStock(OptionalDouble score) {
        return toBest(score, Standing::stock);
    }

    /** The same with those left out that do not sync. */
    OptionalDouble toBestSyncedStock(OptionalDouble score) {
        return toBest(score, standing -> standing.stock() && standing.synced());
    }

    private OptionalDouble toBest(OptionalDouble score, Predicate<Standing> counts) {
        OptionalDouble best = standings.stream()
                .filter(counts)
                .flatMapToDouble(standing -> standing.score().stream())
                .max();
        return score.isPresent() && best.isPresent()
                ? OptionalDouble.of(score.getAsDouble() / best.getAsDouble())
                : OptionalDouble.empty();
    }
}
