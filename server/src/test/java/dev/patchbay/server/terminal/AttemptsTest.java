package dev.patchbay.server.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final List<Long> pauses = new ArrayList<>();

    @Test
    void asks_again_as_soon_as_somebody_may_have_heard_the_question() {
        Queue<IOException> failures =
                new ArrayDeque<>(List.of(new EOFException("cut"), new ConnectException("refused")));

        assertThatThrownBy(() -> noting(Attempts.onceAsked()).make(() -> fail(new ConnectException("refused"))))
                .hasMessage("refused");
        assertThat(pauses).isEmpty();

        assertThatCode(() -> noting(Attempts.onceAsked())
                        .make(() -> failures.isEmpty() ? "answer" : fail(failures.remove())))
                .doesNotThrowAnyException();
        assertThat(pauses).containsExactly(1L, 2L);
    }

    @Test
    void waits_for_a_server_that_is_started_again() {
        assertThatThrownBy(() -> noting(Attempts.whileDown()).make(() -> fail(new ConnectException("refused"))))
                .hasMessage("refused");
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 15L, 15L, 15L, 15L, 15L, 15L);
    }

    private Attempts noting(Attempts attempts) {
        return new Attempts(attempts.most(), attempts.passing(), time -> pauses.add(time.toSeconds()));
    }

    private static Object fail(IOException failure) throws IOException {
        throw failure;
    }
}
