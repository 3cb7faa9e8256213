package dev.patchbay.benchmarks.peer;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says that requests are answered from now on, and where. */
@Component
class Welcome {

    @EventListener
    void on(ApplicationReadyEvent event) {
        String port = event.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
        System.out.println("The peer is ready: http://127.0.0.1:" + port);
    }
}
