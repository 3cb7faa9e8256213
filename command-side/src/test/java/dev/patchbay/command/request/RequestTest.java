package dev.patchbay.command.request;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.request.AcceptRequest;
import dev.patchbay.shared.request.RequestAccepted;
import dev.patchbay.shared.request.RequestKey;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    private static final Instant NOON = Instant.parse("2026-04-15T12:00:00Z");
    private static final RequestAccepted ACCEPTED = new RequestAccepted("9f86d0", "60303a", 42);

    private final FixtureConfiguration<Request> request = new AggregateTestFixture<>(Request.class);

    @Test
    void is_accepted() {
        request.givenNoPriorActivity().when(accept("60303a", 42, NOON)).expectEvents(ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1S", "PT23H59M59.999999999S", "PT-5M"})
    void is_refused_as_repeated_within_a_day(Duration later) {
        acceptedAtNoon()
                .when(accept("60303a", 43, NOON.plus(later)))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(
                        Refusal.Reason.REPEATED, "the request was accepted at 2026-04-15T12:00:00Z"));
    }

    @Test
    void is_refused_as_repeated_even_when_something_else_is_asked() {
        acceptedAtNoon()
                .when(accept("ffffff", 43, NOON.plusSeconds(1)))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    @Test
    void is_accepted_again_after_a_day() {
        acceptedAtNoon()
                .when(accept("ffffff", 43, NOON.plus(Duration.ofHours(24))))
                .expectEvents(new RequestAccepted("9f86d0", "ffffff", 43));
    }

    @Test
    void is_remembered_for_a_day_from_when_it_was_last_accepted() {
        acceptedAtNoon()
                .andGivenCurrentTime(NOON.plus(Duration.ofHours(30)))
                .andGiven(new RequestAccepted("9f86d0", "ffffff", 43))
                .when(accept("60303a", 44, NOON.plus(Duration.ofHours(53))))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(
                        Refusal.Reason.REPEATED, "the request was accepted at 2026-04-16T18:00:00Z"));
    }

    private TestExecutor<Request> acceptedAtNoon() {
        return request.givenCurrentTime(NOON).andGiven(ACCEPTED);
    }

    private static AcceptRequest accept(String fingerprint, long result, Instant now) {
        return new AcceptRequest(new RequestKey("9f86d0"), fingerprint, result, now);
    }
}
