package dev.patchbay.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.LogTest;
import dev.patchbay.query.Story;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.audit.AuditFilter;
import dev.patchbay.shared.audit.AuditQuery.FieldBlame;
import dev.patchbay.shared.audit.AuditQuery.FindBlame;
import dev.patchbay.shared.audit.AuditQuery.FindDifference;
import dev.patchbay.shared.audit.AuditQuery.ListAuditEntries;
import dev.patchbay.shared.audit.AuditQuery.Part;
import dev.patchbay.shared.audit.FieldChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BlameTest extends LogTest {

    @Test
    void names_the_last_event_that_changed_each_field_at_every_position() {
        log.append(Story.events());
        Map<Thing, Map<String, Long>> expected = new HashMap<>();
        int compared = 0;

        for (AuditEntry entry : entries()) {
            Thing thing = new Thing(entry.subject().kind(), entry.subject().id());
            Map<String, Long> fields = expected.computeIfAbsent(thing, key -> new HashMap<>());
            entry.changes().forEach(change -> fields.put(change.field(), entry.position()));
            Map<String, Long> blamed = blame(thing, entry.position());
            if (blamed.isEmpty()) {
                // What is gone has no fields; all that it has when it comes back is from then.
                fields.clear();
            }
            if (!blamed.isEmpty() && !thing.kind.equals(Kind.MAIL.word())) {
                fields.forEach((field, position) -> assertThat(blamed)
                        .as("%s at %d", thing, entry.position())
                        .containsEntry(field, position));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(90);
    }

    @Test
    void differences_of_neighbouring_positions_are_the_changes_of_the_event_between() {
        log.append(Story.events());

        assertThat(entries()).allSatisfy(entry -> {
            Thing thing = new Thing(entry.subject().kind(), entry.subject().id());
            assertThat(difference(thing, entry.position() - 1, entry.position()))
                    .isEqualTo(entry.changes());
        });
    }

    private List<FieldChange> difference(Thing thing, long from, long to) {
        return log.view(new FindDifference(Kind.of(thing.kind), thing.which(), from, to, ACCOUNT, NOW))
                .changes();
    }

    private Map<String, Long> blame(Thing thing, long position) {
        Map<String, Long> blamed = new HashMap<>();
        if (!thing.kind.equals(Kind.MAIL.word())) {
            log.answer(new FindBlame(Kind.of(thing.kind), thing.which(), ACCOUNT, Moment.exactly(position)))
                    .found()
                    .ifPresent(fields -> {
                        for (FieldBlame field : fields) {
                            blamed.put(field.field(), field.entry().position());
                        }
                    });
        }
        return blamed;
    }

    private List<AuditEntry> entries() {
        return log.view(new ListAuditEntries(AuditFilter.ANY, new Part(null, true, 1_000), ACCOUNT, NOW))
                .entries();
    }

    private record Thing(String kind, Object id) {
        Which which() {
            return id instanceof Long number ? Which.numbered(number) : Which.known(UUID.fromString(id.toString()));
        }
    }
}
