package dev.patchbay.benchmarks.peer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Operators behind HTTP, kept in the stock store that the active profiles name: {@code jdbc} or {@code jpa}, and a database. */
@SpringBootApplication
public class Peer {

    /** Takes the settings of Spring Boot. */
    public static void main(String... arguments) {
        SpringApplication.run(Peer.class, arguments);
    }
}
