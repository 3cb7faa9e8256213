package dev.patchbay.query.routing;

import dev.patchbay.query.routing.Configuration.Absence;
import dev.patchbay.query.routing.Configuration.Attached;
import dev.patchbay.query.routing.Configuration.Target;
import dev.patchbay.shared.routing.Because;
import dev.patchbay.shared.routing.RouteView;
import dev.patchbay.shared.routing.RouteView.Exclusion;
import dev.patchbay.shared.routing.RouteView.Fallback;
import dev.patchbay.shared.routing.RouteView.RungOperator;
import dev.patchbay.shared.routing.RouteView.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a call goes: a pure function of what is configured and of whose turn it is. */
final class Routing {

    private static final String HANG_UP = dev.patchbay.shared.virtualnumber.Fallback.DEFAULT.type();

    private final Configuration number;
    private final long turn;

    private Routing(Configuration number, long turn) {
        this.number = number;
        this.turn = turn;
    }

    static RouteView route(Configuration number, long turn) {
        return new Routing(number, turn).route();
    }

    /** A released or inactive number rings nobody: the caller hears that at once. */
    private RouteView route() {
        Absence absence = number.absence();
        return absence == null
                ? view(steps(), fallback(), excluded())
                : view(List.of(), hangUp(absence.because()), List.of(exclusion(number, absence)));
    }

    private List<Step> steps() {
        List<Attached> active =
                number.operators().stream().filter(Attached::active).toList();
        return switch (number.strategy()) {
            case PRIORITY -> oneAfterTheOther(active);
            case ROUND_ROBIN -> oneAfterTheOther(beginningWithWhoseTurnItIs(active));
            case SIMULTANEOUS -> allAtOnce(active);
        };
    }

    private List<Step> oneAfterTheOther(List<Attached> operators) {
        return operators.stream()
                .map(operator -> new Step(ringSeconds(operator), List.of(rung(operator))))
                .toList();
    }

    /** Whoever is first in this turn is last in the next one. */
    private List<Attached> beginningWithWhoseTurnItIs(List<Attached> operators) {
        List<Attached> rotated = new ArrayList<>(operators);
        if (!rotated.isEmpty()) {
            Collections.rotate(rotated, -(int) (turn % rotated.size()));
        }
        return rotated;
    }

    /** As long as the most patient of them rings. */
    private List<Step> allAtOnce(List<Attached> operators) {
        return operators.stream().mapToInt(this::ringSeconds).max().stream()
                .mapToObj(longest ->
                        new Step(longest, operators.stream().map(Routing::rung).toList()))
                .toList();
    }

    private int ringSeconds(Attached operator) {
        Integer own = operator.ringSeconds();
        return own == null ? number.ringTimeoutSeconds() : own;
    }

    /** Rung since both were so: the operator has this place, and is active. */
    private static RungOperator rung(Attached operator) {
        Because because =
                operator.placed().position() > operator.decisive().position() ? operator.placed() : operator.decisive();
        return new RungOperator(operator.id(), operator.name(), operator.phoneNumber(), because);
    }

    /** A number that takes no calls cannot take over: the call ends, for the same reason. */
    private Fallback fallback() {
        Configuration.Fallback wanted = number.fallback();
        Target target = wanted.target();
        if (target == null) {
            return fallback(wanted, null);
        }
        Absence absence = target.configuration().absence();
        return absence == null
                ? fallback(wanted, route(target.configuration(), target.turn()))
                : hangUp(absence.because());
    }

    private Fallback fallback(Configuration.Fallback wanted, @Nullable RouteView route) {
        Integer ringSeconds = wanted.phoneNumber() == null ? null : number.ringTimeoutSeconds();
        return new Fallback(
                wanted.type(), wanted.phoneNumber(), ringSeconds, wanted.virtualNumberId(), wanted.because(), route);
    }

    private static Fallback hangUp(Because because) {
        return new Fallback(HANG_UP, null, null, null, because, null);
    }

    /** Inactive operators in the ring order, then the number that cannot take over. */
    private List<Exclusion> excluded() {
        List<Exclusion> excluded = new ArrayList<>();
        number.operators().stream()
                .filter(operator -> !operator.active())
                .map(operator ->
                        exclusion("operator", operator.id(), operator.name(), Absence.inactive(operator.decisive())))
                .forEach(excluded::add);
        Target target = number.fallback().target();
        Absence absence = target == null ? null : target.configuration().absence();
        if (target != null && absence != null) {
            excluded.add(exclusion(target.configuration(), absence));
        }
        return excluded;
    }

    private static Exclusion exclusion(Configuration number, Absence absence) {
        return exclusion("virtual_number", number.virtualNumberId(), number.name(), absence);
    }

    private static Exclusion exclusion(String kind, long id, @Nullable String name, Absence absence) {
        return new Exclusion(kind, id, name, absence.reason(), absence.because());
    }

    private RouteView view(List<Step> steps, Fallback fallback, List<Exclusion> excluded) {
        return new RouteView(
                number.virtualNumberId(),
                number.phoneNumber(),
                number.strategy().word(),
                number.recording(),
                turn,
                steps,
                fallback,
                excluded);
    }
}
