package dev.patchbay.server.terminal;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far a download is: a bar for those who look at a terminal, nothing for others. */
final class Progress implements AutoCloseable {
    private static final int KIBIBYTE = 1024;

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static Progress of(String task, boolean shown) {
        boolean isSeen = shown
                && Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent();
        return new Progress(
                isSeen
                        ? new ProgressBarBuilder()
                                .setTaskName(task)
                                .setUnit(" KiB", KIBIBYTE)
                                .build()
                        : null);
    }

    void begin(long from, long to) {
        if (bar != null) {
            bar.maxHint(to);
            bar.stepTo(from);
        }
    }

    void advance(long bytes) {
        if (bar != null) {
            bar.stepBy(bytes);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
