package dev.patchbay.command;

import dev.patchbay.shared.Provenance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.stereotype.Component;

/**
 * Hands on who asked, and names what led to the next message and what all began with. Only events and the first command can
 * be found again, that one by the request, so a command that was itself caused hands its own cause on instead of itself.
 */
@Component
class CausationProvider implements CorrelationDataProvider {

    static final String CORRELATION_ID = "correlation_id";
    private static final String CAUSATION_ID = "causation_id";
    private static final List<String> HANDED_ON = List.of(
            Provenance.ACCOUNT_ID,
            Provenance.ACTOR_KIND,
            Provenance.ACTOR_ID,
            Provenance.REQUEST_ID,
            Provenance.CLIENT_ADDRESS,
            Provenance.USER_AGENT,
            Provenance.REASON,
            Provenance.CAUSE_KIND,
            Provenance.CAUSE_POSITION,
            CORRELATION_ID,
            CAUSATION_ID);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        MetaData known = message.getMetaData();
        Map<String, Object> data = new HashMap<>();
        HANDED_ON.stream().filter(known::containsKey).forEach(name -> data.put(name, known.get(name)));
        data.putIfAbsent(CORRELATION_ID, message.getIdentifier());
        if (message instanceof EventMessage) {
            data.put(CAUSATION_ID, message.getIdentifier());
        } else {
            data.putIfAbsent(CAUSATION_ID, message.getIdentifier());
        }
        return data;
    }
}
