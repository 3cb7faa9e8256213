package dev.patchbay.server;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the server where it is and, the first time, how to come in. */
@Component
class Welcome {

    private final FirstKey firstKey;

    Welcome(FirstKey firstKey) {
        this.firstKey = firstKey;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            String url = "http://localhost:" + context.getWebServer().getPort();
            System.out.println("Patchbay is ready: " + url + "  (reference: " + url + "/docs)");
            firstKey.announce(key -> System.out.println(invitation(url, key)));
        }
    }

    private static String invitation(String url, String key) {
        return """

                The first API key, shown this once:

                  %s

                  curl -H 'Authorization: Bearer %s' %s/api/v1/public/operators
                """.formatted(key, key, url);
    }
}
