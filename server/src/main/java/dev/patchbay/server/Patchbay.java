package dev.patchbay.server;

import dev.patchbay.rest.settings.ApiSettings;
import dev.patchbay.server.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The one main class: by default all sides in this process, on the embedded store. */
@SpringBootApplication(
        scanBasePackages = {"dev.patchbay.server", "dev.patchbay.rest.bus"},
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableConfigurationProperties(ApiSettings.class)
@EnableScheduling
public class Patchbay {

    static {
        // Axon looks for its update checker's switch in the environment before Spring's settings are read.
        System.setProperty("axon.update-check.disabled", "true");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What is done now and then has as many threads as there are such things: nothing waits for the rest of it. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder scheduler) {
        return scheduler.poolSize(5).build();
    }

    public static void main(String... arguments) {
        if (Terminal.isMeant(arguments)) {
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            // What a command has to say it says itself.
            LoggingSystem.get(Patchbay.class.getClassLoader())
                    .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
            System.exit(Terminal.run(System.getenv(), out, err, arguments));
        }
        try {
            new SpringApplication(Patchbay.class).run(arguments);
        } catch (RuntimeException e) {
            System.err.println("Patchbay did not start: " + StartFailure.explain(e));
            System.exit(1);
        }
    }
}
