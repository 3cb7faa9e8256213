package dev.patchbay.server.traces;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Traces are made only when there is an address to send them to, and nothing says not to. Spring Boot would make them all the same and
 * throw them away, so otherwise nothing of what it configures for traces is even looked at; nor, ever, of what would send the log.
 */
final class WithCollector implements Condition, AutoConfigurationImportFilter, EnvironmentAware {

    private static final String ADDRESS = "management.opentelemetry.tracing.export.otlp.endpoint";
    private static final List<String> SWITCHES = List.of(
            "management.opentelemetry.enabled",
            "management.tracing.export.enabled",
            "management.tracing.export.otlp.enabled");
    private static final String OF_LOGS = "org.springframework.boot.opentelemetry.autoconfigure.logging.";
    private static final List<String> OF_TRACES =
            List.of("org.springframework.boot.opentelemetry.", "org.springframework.boot.micrometer.tracing.");

    private boolean wanted;

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isWanted(context.getEnvironment());
    }

    @Override
    public void setEnvironment(Environment environment) {
        wanted = isWanted(environment);
    }

    @Override
    public boolean[] match(String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[configurations.length];
        for (int i = 0; i < configurations.length; i++) {
            matches[i] = letsIn(configurations[i]);
        }
        return matches;
    }

    private static boolean isWanted(Environment environment) {
        return StringUtils.hasText(environment.getProperty(ADDRESS))
                && SWITCHES.stream().allMatch(name -> environment.getProperty(name, Boolean.class, true));
    }

    /** Spring Boot itself passes null for what another filter has taken out. */
    boolean letsIn(@Nullable String configuration) {
        return configuration == null
                || (!configuration.startsWith(OF_LOGS)
                        && (wanted || OF_TRACES.stream().noneMatch(configuration::startsWith)));
    }
}
