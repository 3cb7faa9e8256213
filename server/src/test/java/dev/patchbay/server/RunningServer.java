package dev.patchbay.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.type.classreading.MetadataReader;

/**
 * The real server in this process, on a port of its own; with {@code -Dpatchbay.test.roles=apart} three of them, of which the first
 * decides, the second answers, and the third lets clients in.
 */
public final class RunningServer implements AutoCloseable {

    /** The first key of every server of a test. */
    public static final String FIRST_KEY = "idc_" + "FirstKey".repeat(4);

    /** The keys of the first agent of every server of a test, with a colon between them. */
    public static final String FIRST_AGENT = "AgentKey".repeat(4) + ":" + "Agent0Secret0000".repeat(4);

    /**
     * A name server of a test answers every question, and the views will have every event, but a busy machine may take long to let
     * them; a test that waits for what never comes says how long.
     */
    private static final Map<String, String> PATIENCE =
            Map.of("patchbay.dns.timeout=", "60s", "patchbay.catch-up-timeout=", "15s");

    /** They are the same at every start in this process. */
    private static final Map<Resource, MetadataReader> CLASSES = new ConcurrentHashMap<>();

    /** The last of them lets clients in. */
    private final List<ConfigurableApplicationContext> contexts;

    private RunningServer(List<ConfigurableApplicationContext> contexts) {
        this.contexts = contexts;
    }

    /** Starts on a data directory; further settings are {@code name=value}. */
    public static RunningServer on(Path dataDirectory, String... settings) {
        return on(dataDirectory, context -> {}, settings);
    }

    /** The same where it is as late as a clock says. */
    public static RunningServer on(Path dataDirectory, Clock clock, String... settings) {
        return on(
                dataDirectory,
                context -> ((GenericApplicationContext) context)
                        .registerBean("clockOfTest", Clock.class, () -> clock, known -> known.setPrimary(true)),
                settings);
    }

    private static RunningServer on(
            Path dataDirectory, ApplicationContextInitializer<?> initializer, String... settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=0");
        arguments.addAll(patience(settings));
        arguments.add("--patchbay.bootstrap-key=" + FIRST_KEY);
        arguments.add("--patchbay.admin.api.key=" + FIRST_AGENT.split(":", 2)[0]);
        arguments.add("--patchbay.admin.api.secret=" + FIRST_AGENT.split(":", 2)[1]);
        TestStore.settings(dataDirectory, settings).stream()
                .filter(setting -> !setting.startsWith(TestStore.ROLES))
                .forEach(setting -> arguments.add("--" + setting));
        List<ConfigurableApplicationContext> contexts = new ArrayList<>();
        try {
            TestStore.roles(dataDirectory, settings).forEach((roles, directory) -> {
                List<String> own = new ArrayList<>(arguments);
                own.add("--" + TestStore.ROLES + roles);
                own.add("--patchbay.data-dir=" + directory);
                SpringApplication application = new SpringApplication(Patchbay.class);
                application.addInitializers(initializer, RunningServer::readClassesOnce);
                contexts.add(application.run(own.toArray(String[]::new)));
            });
        } catch (RuntimeException | Error e) {
            contexts.reversed().forEach(ConfigurableApplicationContext::close);
            throw e;
        }
        return new RunningServer(contexts);
    }

    /** The options of patience but for those that a test has its own of. */
    static List<String> patience(String... settings) {
        return PATIENCE.entrySet().stream()
                .filter(option -> Stream.of(settings).noneMatch(setting -> setting.startsWith(option.getKey())))
                .map(option -> "--" + option.getKey() + option.getValue())
                .toList();
    }

    /** What Spring has read of a class need not be read again by the next start. */
    static void readClassesOnce(ConfigurableApplicationContext context) {
        Map<Resource, MetadataReader> read = ((DefaultResourceLoader) context).getResourceCache(MetadataReader.class);
        read.putAll(CLASSES);
        context.addBeanFactoryPostProcessor(definitionsAreKnown -> CLASSES.putAll(read));
    }

    /** A client with the first key. */
    public Client client() {
        return new Client(root().resolve("/api/v1/public/"), FIRST_KEY);
    }

    /** A client with the keys of the first agent. */
    public Client agents() {
        return new Client(root().resolve("/api/v1/"), FIRST_AGENT);
    }

    public URI root() {
        int port = ((WebServerApplicationContext) contexts.getLast())
                .getWebServer()
                .getPort();
        return URI.create("http://localhost:" + port + "/");
    }

    /** A part of the server, for tests that look inside. */
    public <T> T part(Class<T> type) {
        return contexts.reversed().stream()
                .filter(context -> context.getBeanNamesForType(type).length > 0)
                .findFirst()
                .orElseGet(contexts::getLast)
                .getBean(type);
    }

    /** The part of that name, where there are several of the type. */
    public <T> T part(String name, Class<T> type) {
        return contexts.reversed().stream()
                .filter(context -> context.containsBean(name))
                .findFirst()
                .orElseGet(contexts::getLast)
                .getBean(name, type);
    }

    @Override
    public void close() {
        contexts.reversed().forEach(ConfigurableApplicationContext::close);
    }
}
