package dev.patchbay.rest.undo;

import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.audit.FieldChange;
import dev.patchbay.shared.routing.RouteQuery.Holder;
import dev.patchbay.shared.routing.RouteQuery.ListHolders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other virtual numbers have become that keeps one from becoming what it was. */
record Conflicts(Past past) {

    /**
     * Looks whether a thing may change like that.
     *
     * @throws InTheWay when another number has its E.164 number, or leads back to it
     */
    void requireNone(Thing thing, List<FieldChange> changes) {
        if (thing.kind() != Kind.VIRTUAL_NUMBER) {
            return;
        }
        for (FieldChange change : changes) {
            if (change.field().equals("phone_number") && change.after() != null) {
                requireFree(thing, Values.text(change.after()));
            } else if (change.field().equals("fallback")) {
                requireNoWayBack(thing, change.after());
            }
        }
    }

    private void requireFree(Thing number, String phoneNumber) {
        Optional<Holder> holder =
                past.exchange().find(new ListHolders(phoneNumber, Moment.exactly(past.now()))).view().stream()
                        .filter(each -> !each.released())
                        .findFirst();
        holder.ifPresent(other -> {
            if (other.accountId() != past.exchange().scope().accountId()) {
                throw InTheWay.never(number, "does not come back: somebody else has its phone number");
            }
            Thing another = new Thing(Kind.VIRTUAL_NUMBER, other.virtualNumberId());
            throw InTheWay.of(another, "took the phone number", past.setBy(another, "phone_number"));
        });
    }

    /** The plan of fallbacks has no circles, so the way ends. */
    private void requireNoWayBack(Thing number, @Nullable Object fallback) {
        List<Thing> way = new ArrayList<>();
        Object next = Values.member(fallback, "id");
        while (next != null) {
            Thing passed = new Thing(Kind.VIRTUAL_NUMBER, next);
            if (passed.equals(number)) {
                throw way.stream()
                        .max(Comparator.comparing(each -> ledOnBy(each).position()))
                        .map(last -> InTheWay.of(last, "had its fallback changed", ledOnBy(last)))
                        .orElseThrow();
            }
            way.add(passed);
            next = Values.member(past.value(passed, "fallback"), "id");
        }
    }

    private AuditEntry ledOnBy(Thing number) {
        return past.setBy(number, "fallback");
    }
}
