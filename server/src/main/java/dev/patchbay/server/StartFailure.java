package dev.patchbay.server;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConverterNotFoundException;

/** Why the server could not start, in one line for whoever started it. */
final class StartFailure {

    private static final List<String> SECRETS = List.of("token", "secret", "password", "bootstrap-key", "postgres.url");

    private StartFailure() {}

    static String explain(Throwable failure) {
        return chain(failure)
                .filter(PortInUseException.class::isInstance)
                .map(PortInUseException.class::cast)
                .map(taken -> "port " + taken.getPort() + " is in use (SERVER_PORT chooses another)")
                .findFirst()
                .orElseGet(() -> setting(failure) + reason(failure));
    }

    private static String setting(Throwable failure) {
        return chain(failure).flatMap(StartFailure::named).findFirst().orElse("");
    }

    private static Stream<String> named(Throwable link) {
        return switch (link) {
            case BindException bind ->
                Stream.ofNullable(bind.getProperty())
                        .map(property -> named(property.getName().toString(), property.getValue()));
            case InvalidConfigurationPropertyValueException invalid ->
                Stream.of(named(invalid.getName(), invalid.getValue()));
            default -> Stream.empty();
        };
    }

    private static String named(String setting, @Nullable Object value) {
        return isSecret(setting) ? setting + ": " : setting + " = '" + value + "': ";
    }

    /** Whether the value must not be shown to whoever reads what the server prints. */
    private static boolean isSecret(String setting) {
        return SECRETS.stream().anyMatch(setting::contains);
    }

    /** What was said by whoever noticed, not by the framework that passed it on. */
    private static String reason(Throwable failure) {
        return chain(failure)
                .filter(ConversionException.class::isInstance)
                .findFirst()
                .or(() -> chain(failure)
                        .filter(link -> isTelling(link) && link.getMessage() != null)
                        .findFirst())
                .or(() -> chain(failure).reduce((outer, inner) -> inner))
                .map(StartFailure::oneLine)
                .orElseThrow();
    }

    private static boolean isTelling(Throwable link) {
        return !link.getClass().getName().startsWith("org.springframework.");
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, link -> link != null, Throwable::getCause);
    }

    private static String oneLine(Throwable failure) {
        if (failure instanceof ConversionFailedException conversion) {
            return "'" + conversion.getValue() + "' is "
                    + shouldBe(conversion.getTargetType().getType());
        }
        if (failure instanceof ConverterNotFoundException) {
            return "this is not one value, but one for each name that follows";
        }
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }

    private static String shouldBe(Class<?> type) {
        if (!type.isEnum()) {
            return "not a valid " + type.getSimpleName();
        }
        return Stream.of(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", ", "none of ", ""));
    }
}
