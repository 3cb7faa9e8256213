package dev.patchbay.shared.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some calls, those that began last first, ties by descending id.
 *
 * @param next where the list goes on; null at its end
 */
public record CallPage(List<CallView> calls, @Nullable Next next) {

    public CallPage {
        calls = List.copyOf(calls);
    }

    /**
     * Where a list goes on: after this call, as of the position at which the list began, whatever was recorded since.
     *
     * @param startedAt when the last call listed began, in seconds since 1970
     */
    public record Next(long position, long startedAt, long callId) {}
}
