package dev.patchbay.shared.operator;

import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything one may ask about operators. */
public sealed interface OperatorQuery<T> extends Query<T> {

    /** One operator that the scope can see. */
    record FindOperator(long operatorId, Scope scope, Moment moment) implements OperatorQuery<OperatorDetail> {}

    /** The operators that the scope can see: by name, case-insensitive, accents after their base letter, ties by id. */
    record ListOperators(Scope scope, @Nullable Page page, Moment moment)
            implements OperatorQuery<Listing<OperatorSummary>> {}

    /** The ids of the numbers, of any project, that an operator is attached to, ascending. */
    record ListNumbersOfOperator(long operatorId, Moment moment) implements OperatorQuery<List<Long>> {}
}
