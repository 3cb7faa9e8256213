package dev.patchbay.server.terminal;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far something is: a bar for those who look at a terminal, nothing for others. */
final class Progress implements AutoCloseable {

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /**
     * Of a task that is counted in a unit.
     *
     * @param size how many of what is counted make up one of the unit
     */
    static Progress of(String task, String unit, int size, boolean shown) {
        boolean isSeen = shown
                && Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent();
        return new Progress(
                isSeen
                        ? new ProgressBarBuilder()
                                .setTaskName(task)
                                .setUnit(" " + unit, size)
                                .build()
                        : null);
    }

    void show(long done, long total) {
        if (bar != null) {
            bar.maxHint(total);
            bar.stepTo(done);
        }
    }

    void advance(long count) {
        if (bar != null) {
            bar.stepBy(count);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
