package dev.patchbay.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestAnswersTest {

    private static final int MOST = 10_000;

    private final Progress progress = new Progress(() -> 7, Duration.ofMinutes(1));
    private final List<Long> lookedUp = new ArrayList<>();
    private @Nullable String state = "one";
    private final LatestAnswers<String> answers = new LatestAnswers<>(progress, (id, position) -> {
        lookedUp.add(id);
        return new Answer<>(state, 0, position);
    });

    @BeforeEach
    void begin() {
        progress.reach(7);
    }

    @Test
    void are_looked_up_once_for_each_thing_while_nothing_changes() {
        assertThat(answers.about(1, Moment.latest())).isEqualTo(answers.about(1, Moment.head()));
        assertThat(answers.about(2, Moment.atLeast(3)).position()).isEqualTo(7);

        assertThat(lookedUp).containsExactly(1L, 2L);
    }

    @Test
    void are_those_of_now_when_the_views_have_gone_on() {
        assertThat(answers.about(1, Moment.latest()).view()).isEqualTo("one");

        state = "two";
        progress.reach(8);

        assertThat(answers.about(1, Moment.latest())).isEqualTo(new Answer<>("two", 0, 8));
    }

    @Test
    void are_those_of_now_when_other_views_have_taken_their_place_at_the_same_position() {
        assertThat(answers.about(1, Moment.latest()).view()).isEqualTo("one");

        state = "two";
        progress.reach(7);

        assertThat(answers.about(1, Moment.latest()).view()).isEqualTo("two");
    }

    @Test
    void are_not_kept_when_the_views_change_while_they_are_looked_up() {
        LatestAnswers<String> interrupted = new LatestAnswers<>(progress, (id, position) -> {
            @Nullable String before = state;
            state = "two";
            progress.reach(7);
            return new Answer<>(before, 0, position);
        });

        assertThat(interrupted.about(1, Moment.latest()).view()).isEqualTo("one");
        assertThat(interrupted.about(1, Moment.latest()).view()).isEqualTo("two");
    }

    @Test
    void of_the_past_are_looked_up_each_time_and_not_kept() {
        assertThat(answers.about(1, Moment.latest()).view()).isEqualTo("one");

        state = "two";

        assertThat(answers.about(1, Moment.exactly(7)).view()).isEqualTo("two");
        assertThat(answers.about(1, Moment.latest()).view()).isEqualTo("one");
    }

    @Test
    void of_what_is_not_there_are_looked_up_each_time() {
        state = null;
        assertThat(answers.about(1, Moment.latest()).found()).isEmpty();
        assertThat(answers.about(1, Moment.latest()).found()).isEmpty();

        assertThat(lookedUp).containsExactly(1L, 1L);
    }

    @Test
    void of_more_things_than_are_kept_are_looked_up_again() {
        askAboutAll();
        lookedUp.clear();
        askAboutAll();

        assertThat(lookedUp).hasSizeBetween(MOST, 2 * MOST - 1);
    }

    private void askAboutAll() {
        for (long id = 1; id <= 2 * MOST; id++) {
            assertThat(answers.about(id, Moment.latest()).view()).isEqualTo("one");
        }
    }
}
