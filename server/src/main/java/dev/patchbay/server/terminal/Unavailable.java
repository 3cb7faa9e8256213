package dev.patchbay.server.terminal;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/** The server cannot answer at the moment, and may have said when it is worth asking again. */
final class Unavailable extends IOException {
    /** Nobody waits in front of a terminal for hours. */
    private static final String SECONDS = "\\d{1,3}";

    private final transient Optional<Duration> pause;

    Unavailable(String said, HttpHeaders headers) {
        super(said);
        this.pause = headers.firstValue("Retry-After")
                .map(String::strip)
                .filter(value -> value.matches(SECONDS))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    Optional<Duration> pause() {
        return pause;
    }
}
