package dev.patchbay.server;

import java.util.Locale;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.web.server.PortInUseException;

/** Why the server could not start, in one line for whoever started it. */
final class StartFailure {

    private StartFailure() {}

    static String explain(Throwable failure) {
        String setting = null;
        Throwable deepest = failure;
        for (Throwable link = failure; link != null; link = link.getCause()) {
            deepest = link;
            if (link instanceof PortInUseException taken) {
                return "port " + taken.getPort() + " is in use (SERVER_PORT chooses another)";
            }
            if (link instanceof BindException bind) {
                setting = describe(bind);
            }
        }
        String reason = oneLine(deepest);
        return setting == null ? reason : "setting " + setting + ": " + reason;
    }

    private static String describe(BindException failure) {
        ConfigurationPropertyName name = failure.getName();
        String variable =
                name.toString().toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
        return failure.getProperty() == null
                ? name.toString()
                : failure.getProperty().getName() + " = '"
                        + failure.getProperty().getValue() + "' (" + variable + ")";
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }
}
