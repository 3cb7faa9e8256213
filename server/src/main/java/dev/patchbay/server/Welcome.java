package dev.patchbay.server;

import dev.patchbay.rest.exchange.NewKeyPair;
import dev.patchbay.server.ServerSettings.Role;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the server where it is and, the first time, how to come in. */
@Component
class Welcome {

    private final ServerSettings settings;
    private final ObjectProvider<FirstKey> firstKey;
    private final ObjectProvider<FirstAgent> firstAgent;
    private final Entrance entrance;

    Welcome(
            ServerSettings settings,
            ObjectProvider<FirstKey> firstKey,
            ObjectProvider<FirstAgent> firstAgent,
            Entrance entrance) {
        this.settings = settings;
        this.firstKey = firstKey;
        this.firstAgent = firstAgent;
        this.entrance = entrance;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            String url = "http://localhost:" + context.getWebServer().getPort();
            System.out.println("Patchbay is ready: " + url + "  (" + what(url) + ")");
            firstKey.ifAvailable(first -> first.announce(key -> System.out.println(invitation(url, key))));
            firstAgent.ifAvailable(first -> first.announce(pair -> System.out.println(invitation(url, pair))));
            entrance.leave();
        }
    }

    private String what(String url) {
        return settings.roles().contains(Role.API)
                ? "reference: " + url + "/docs"
                : settings.roles().stream().map(Role::word).collect(Collectors.joining(", "));
    }

    private static String invitation(String url, NewKeyPair pair) {
        String keys = pair.apiKey() + ":" + pair.apiSecret();
        return """

                The keys of the first agent, shown this once:

                  %s

                  curl -u %s %s/api/v1/agents/me
                """.formatted(keys, keys, url);
    }

    private static String invitation(String url, String key) {
        return """

                The first API key, shown this once:

                  %s

                  curl -H 'Authorization: Bearer %s' %s/api/v1/public/operators
                """.formatted(key, key, url);
    }
}
