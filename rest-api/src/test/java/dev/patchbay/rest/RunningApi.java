package dev.patchbay.rest;

import dev.patchbay.rest.caller.AgentCredentials;
import dev.patchbay.rest.caller.Credentials;
import dev.patchbay.rest.domain.NameServers;
import dev.patchbay.rest.exchange.RetainedAnswers;
import dev.patchbay.rest.export.ParquetFiles;
import dev.patchbay.rest.export.ScratchFiles;
import dev.patchbay.rest.mail.Outbox;
import dev.patchbay.shared.domain.Finding;
import dev.patchbay.shared.domain.Findings;
import dev.patchbay.shared.export.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The API on a real Tomcat, with a backend in miniature. */
final class RunningApi implements AutoCloseable {
    private static final Pattern WHOLE =
            Pattern.compile(".*\r\nContent-Length: ([0-9]+)\r\n.*?\r\n\r\n(.*)", Pattern.DOTALL);

    private static final Findings NO_ANSWER =
            new Findings(Finding.UNANSWERED, Finding.UNANSWERED, Finding.UNANSWERED, Finding.UNANSWERED);

    final Backend backend;
    private final ConfigurableApplicationContext context;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningApi(Backend backend, Map<String, Object> settings) {
        this.backend = backend;
        this.context = new SpringApplicationBuilder(Server.class)
                .initializers(starting -> {
                    starting.getBeanFactory().registerSingleton("backend", backend);
                })
                .properties(Map.of("server.port", "0", "logging.level.root", "warn", "spring.main.banner-mode", "off"))
                .properties(settings)
                .run();
        this.port = ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    static RunningApi start() {
        return start(Map.of());
    }

    static RunningApi start(Map<String, Object> settings) {
        return new RunningApi(new Backend(), settings);
    }

    /** A request under the base path with the account-wide key. Headers come in pairs. */
    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return sendAs(Backend.KEY, method, path, body, headers);
    }

    HttpResponse<String> sendAs(String key, String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = "Bearer " + key;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return exchange(method, "/api/v1/public" + path, body, all);
    }

    HttpResponse<String> exchange(String method, String path, String body, String... headers) {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return exchange(method, path, content, headers);
    }

    HttpResponse<String> exchange(String method, String path, BodyPublisher content, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, content);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A part that starts and stops with the server. */
    Lifecycle part(String name) {
        return context.getBean(name, Lifecycle.class);
    }

    /** A part of the server. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Sends bytes as they are and answers all that comes back. */
    String raw(String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return answer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                answer.append((char) next);
                if (isWhole(answer)) {
                    break;
                }
            }
        } catch (SocketException e) {
            // It would not listen any more: what it said before counts.
        }
        return answer.toString();
    }

    private static boolean isWhole(CharSequence answer) {
        Matcher whole = WHOLE.matcher(answer);
        return whole.matches() && whole.group(2).length() >= Integer.parseInt(whole.group(1));
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(RestApi.class)
    static class Server {
        @Bean
        Clock clock(Credentials backend) {
            return ((Backend) backend).clock();
        }

        @Bean
        AgentCredentials agentCredentials(RetainedAnswers backend) {
            return ((Backend) backend).agents;
        }

        @Bean
        NameServers nameServers() {
            return (domain, records) -> NO_ANSWER;
        }

        @Bean
        ScratchFiles scratchFiles() {
            return () -> Files.createTempDirectory("patchbay-scratch").resolve("file");
        }

        @Bean
        ParquetFiles parquetFiles() {
            return new ParquetFiles() {
                @Override
                public String version() {
                    return "1";
                }

                @Override
                public void write(Dataset dataset, Path csv, Path parquet) throws IOException {
                    Files.copy(csv, parquet);
                }
            };
        }

        @Bean
        Outbox outbox() {
            return () -> false;
        }

        @Bean
        CommandGateway commandGateway(RetainedAnswers backend) {
            return ((Backend) backend).commandGateway();
        }

        @Bean
        QueryGateway queryGateway(Credentials backend) {
            return ((Backend) backend).queryGateway();
        }
    }
}
