package dev.patchbay.rest.undo;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.shared.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** What happened later forbids what is asked. */
final class InTheWay extends Problem {

    private InTheWay(Body body) {
        super(Reply.of(409, body));
    }

    /** An event that must not be overwritten. */
    static InTheWay of(Thing thing, String what, AuditEntry event) {
        return new InTheWay(new Body(
                "The " + thing + " " + what + " since, by event " + event.position(),
                new EventShape(
                        event.position(),
                        event.id(),
                        event.type(),
                        event.recordedAt().toString(),
                        event.actor())));
    }

    /** Something that never goes back. */
    static InTheWay never(Thing thing, String why) {
        return new InTheWay(new Body("The " + thing + " " + why, null));
    }

    private record Body(String error, @Nullable EventShape event) {}

    private record EventShape(long position, String id, String type, String recordedAt, AuditEntry.Actor actor) {}
}
