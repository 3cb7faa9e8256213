package dev.patchbay.rest.exchange;

import dev.patchbay.rest.answer.NotYet;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.shared.Moment;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A write that took effect, now or when the same request came before.
 *
 * @param result the number of what the request is about or made
 * @param moment the state of the log that shows the effect
 */
public record Accepted(long result, Moment moment) {

    /**
     * What a durable write is answered with; only a position that has it when the view is not there in time, or has nothing to
     * show: the event is parked, or what it made is gone again.
     */
    static Reply durably(Supplier<Reply> answer, LongSupplier position) {
        try {
            return answer.get();
        } catch (NotYet behind) {
            return Reply.accepted(behind.position());
        } catch (Problem nothing) {
            if (nothing.reply().status() != 404) {
                throw nothing;
            }
            return durably(() -> Reply.accepted(position.getAsLong()), position);
        }
    }
}
