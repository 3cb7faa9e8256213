package dev.patchbay.server;

import dev.patchbay.rest.exchange.NewKeyPair;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the server where it is and, the first time, how to come in. */
@Component
class Welcome {

    private final FirstKey firstKey;
    private final FirstAgent firstAgent;
    private final Entrance entrance;

    Welcome(FirstKey firstKey, FirstAgent firstAgent, Entrance entrance) {
        this.firstKey = firstKey;
        this.firstAgent = firstAgent;
        this.entrance = entrance;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            String url = "http://localhost:" + context.getWebServer().getPort();
            System.out.println("Patchbay is ready: " + url + "  (reference: " + url + "/docs)");
            firstKey.announce(key -> System.out.println(invitation(url, key)));
            firstAgent.announce(pair -> System.out.println(invitation(url, pair)));
            entrance.leave();
        }
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
