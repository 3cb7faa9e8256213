package dev.patchbay.command;

import dev.patchbay.shared.Provenance;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** By which ids the log names whatever it says of a command: those that the events have which the command leads to. */
final class LoggedIds implements AutoCloseable {

    private final @Nullable String outerRequest = MDC.get(Provenance.REQUEST_ID);
    private final @Nullable String outerCorrelation = MDC.get(CausationProvider.CORRELATION_ID);

    private LoggedIds() {}

    static LoggedIds of(CommandMessage<?> command) {
        LoggedIds ids = new LoggedIds();
        MetaData known = command.getMetaData();
        MDC.put(Provenance.REQUEST_ID, String.valueOf(known.get(Provenance.REQUEST_ID)));
        MDC.put(
                CausationProvider.CORRELATION_ID,
                String.valueOf(known.getOrDefault(CausationProvider.CORRELATION_ID, command.getIdentifier())));
        return ids;
    }

    @Override
    public void close() {
        restore(Provenance.REQUEST_ID, outerRequest);
        restore(CausationProvider.CORRELATION_ID, outerCorrelation);
    }

    private static void restore(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
