package dev.patchbay.server.model;

import dev.patchbay.server.model.Action.Again;
import dev.patchbay.server.model.Action.Ask;
import dev.patchbay.server.model.Action.Attach;
import dev.patchbay.server.model.Action.Change;
import dev.patchbay.server.model.Action.Condition;
import dev.patchbay.server.model.Action.Create;
import dev.patchbay.server.model.Action.Delete;
import dev.patchbay.server.model.Action.Detach;
import dev.patchbay.server.model.Action.Flaw;
import dev.patchbay.server.model.Action.Link;
import dev.patchbay.server.model.Action.Member;
import dev.patchbay.server.model.Action.Pick;
import dev.patchbay.server.model.Action.Reorder;
import dev.patchbay.server.model.Action.Spelling;
import dev.patchbay.server.model.Action.Unlink;
import dev.patchbay.server.model.Action.What;
import dev.patchbay.server.model.Action.Whose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Where requests come from: mostly sensible, often not. */
final class Actions {

    private Actions() {}

    static Arbitrary<List<Action>> sequences(int most) {
        return action().list().ofMaxSize(most).withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Action> action() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, asks()),
                Tuple.of(1, Arbitraries.integers().between(1, 6).map(Again::new)));
    }

    private static Arbitrary<Action> asks() {
        Arbitrary<Integer> callers = Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.just(Play.WHOLE_ACCOUNT)),
                Tuple.of(4, Arbitraries.just(Play.ONE_PROJECT)),
                Tuple.of(6, Arbitraries.integers().between(0, 14)));
        Arbitrary<Condition> conditions = Arbitraries.frequency(
                Tuple.of(12, Condition.NONE),
                Tuple.of(2, Condition.CURRENT),
                Tuple.of(2, Condition.OUTDATED),
                Tuple.of(1, Condition.ANY),
                Tuple.of(1, Condition.WEAK),
                Tuple.of(1, Condition.NONSENSE));
        Arbitrary<Integer> retries = Arbitraries.frequency(Tuple.of(6, -1), Tuple.of(1, 0), Tuple.of(1, 1));
        Arbitrary<Flaw> flaws = Arbitraries.frequency(
                Tuple.of(30, Flaw.NONE),
                Tuple.of(1, Flaw.CUT_OFF),
                Tuple.of(1, Flaw.NO_OBJECT),
                Tuple.of(1, Flaw.NOT_CALLED_JSON));
        return Combinators.combine(callers, what(), conditions, retries, flaws).as(Ask::new);
    }

    private static Arbitrary<What> what() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, creation(Kind.OPERATOR)),
                Tuple.of(4, creation(Kind.NUMBER)),
                Tuple.of(2, creation(Kind.PROJECT)),
                Tuple.of(2, creation(Kind.KEY)),
                Tuple.of(3, change(Kind.OPERATOR, Samples.OPERATOR)),
                Tuple.of(3, change(Kind.NUMBER, Samples.NUMBER_CHANGES)),
                Tuple.of(3, change(Kind.PROJECT, Samples.PROJECT)),
                Tuple.of(2, pick().map(pick -> new Delete(Kind.OPERATOR, pick))),
                Tuple.of(2, pick().map(pick -> new Delete(Kind.NUMBER, pick))),
                Tuple.of(1, pick().map(pick -> new Delete(Kind.PROJECT, pick))),
                Tuple.of(1, pick().map(pick -> new Delete(Kind.KEY, pick))),
                Tuple.of(6, attachment()),
                Tuple.of(
                        3,
                        Combinators.combine(pick(), pick(), Arbitraries.of(Spelling.class))
                                .as(Detach::new)),
                Tuple.of(4, order()),
                Tuple.of(
                        4,
                        Combinators.combine(pick(), memberKind(), pick().injectNull(0.05))
                                .as(Link::new)),
                Tuple.of(2, Combinators.combine(pick(), memberKind(), pick()).as(Unlink::new)));
    }

    private static Arbitrary<What> creation(Kind kind) {
        Map<String, List<String>> samples = switch (kind) {
            case OPERATOR -> Samples.OPERATOR;
            case NUMBER -> Samples.PURCHASE;
            case PROJECT -> Samples.PROJECT;
            case KEY -> Samples.KEY;
        };
        return members(samples, 0.06).map(members -> new Create(kind, members));
    }

    private static Arbitrary<What> change(Kind kind, Map<String, List<String>> samples) {
        return Combinators.combine(pick(), members(samples, 0.7))
                .as((pick, members) -> new Change(kind, pick, members));
    }

    private static Arbitrary<What> attachment() {
        return Combinators.combine(
                        pick(), pick().injectNull(0.3), members(Samples.NEW_OPERATOR, 0.3), Arbitraries.of(false, true))
                .as(Attach::new);
    }

    private static Arbitrary<What> order() {
        Arbitrary<List<Pick>> orders = Arbitraries.frequencyOf(
                Tuple.of(6, living().list().uniqueElements().ofMinSize(1).ofMaxSize(5)),
                Tuple.of(2, pick().list().ofMaxSize(4)));
        return Combinators.combine(pick(), orders.injectNull(0.05)).as(Reorder::new);
    }

    private static Arbitrary<Kind> memberKind() {
        return Arbitraries.of(Kind.OPERATOR, Kind.NUMBER);
    }

    private static Arbitrary<Pick> pick() {
        return Arbitraries.frequencyOf(
                Tuple.of(16, living()), Tuple.of(4, picks(Whose.ANY_EVER)), Tuple.of(1, picks(Whose.MALFORMED)));
    }

    private static Arbitrary<Pick> living() {
        return picks(Whose.LIVING_OF_CALLER);
    }

    private static Arbitrary<Pick> picks(Whose whose) {
        return Arbitraries.integers().between(0, 11).map(index -> new Pick(whose, index));
    }

    /** Some of the members in their order, each with one of its values. */
    private static Arbitrary<List<Member>> members(Map<String, List<String>> samples, double absent) {
        List<Arbitrary<Optional<Member>>> each = new ArrayList<>();
        samples.forEach((name, values) -> each.add(Arbitraries.of(values)
                .map(value -> Optional.of(new Member(name, value)))
                .injectNull(absent)
                .map(member -> member == null ? Optional.<Member>empty() : member)));
        return Combinators.combine(each)
                .as(all -> all.stream().flatMap(Optional::stream).toList());
    }
}
