package dev.patchbay.shared.virtualnumber;

import java.util.List;
import org.axonframework.serialization.Revision;

/** From now on the attached operators, all of them, are rung in this order. */
@Revision("1")
public record OperatorsReordered(long virtualNumberId, List<Long> operatorIds) implements VirtualNumberEvent {

    public OperatorsReordered {
        operatorIds = List.copyOf(operatorIds);
    }
}
