package dev.patchbay.command.virtualnumber;

import dev.patchbay.shared.operator.OperatorId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long operators are rung who are not rung as long as any other. */
record RingSeconds(Map<Long, Integer> exceptions) {

    static final RingSeconds NO_EXCEPTIONS = new RingSeconds(Map.of());

    RingSeconds {
        exceptions = Map.copyOf(exceptions);
    }

    @Nullable
    Integer of(OperatorId operator) {
        return exceptions.get(operator.value());
    }

    /**
     * The same but for one operator.
     *
     * @param seconds null for as long as any other
     */
    RingSeconds with(OperatorId operator, @Nullable Integer seconds) {
        Map<Long, Integer> changed = new HashMap<>(exceptions);
        if (seconds == null) {
            changed.remove(operator.value());
        } else {
            changed.put(operator.value(), seconds);
        }
        return new RingSeconds(changed);
    }
}
