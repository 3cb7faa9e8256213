package dev.patchbay.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The real server in this process, on a port of its own. */
public final class RunningServer implements AutoCloseable {

    /** The first key of every server of a test. */
    public static final String FIRST_KEY = "idc_" + "FirstKey".repeat(4);

    private final ConfigurableApplicationContext context;

    private RunningServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts on a data directory; further settings are {@code name=value}. */
    public static RunningServer on(Path dataDirectory, String... settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=0");
        arguments.add("--patchbay.data-dir=" + dataDirectory);
        arguments.add("--patchbay.bootstrap-key=" + FIRST_KEY);
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        return new RunningServer(new SpringApplication(Patchbay.class).run(arguments.toArray(String[]::new)));
    }

    /** A client with the first key. */
    public Client client() {
        return new Client(root().resolve("/api/v1/public/"), FIRST_KEY);
    }

    public URI root() {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://localhost:" + port + "/");
    }

    /** A part of the server, for tests that look inside. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** The part of that name, where there are several of the type. */
    public <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
    }
}
