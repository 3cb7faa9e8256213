package dev.patchbay.rest.exchange;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.bus.Attempts;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.exchange.RetainedAnswers.RetainedAnswer;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Refusal.Reason;
import dev.patchbay.shared.request.AcceptedRequest;
import dev.patchbay.shared.request.FindAcceptedRequest;
import dev.patchbay.shared.request.RequestKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Requests that are sent again under their Idempotency-Key: they take effect once and are answered alike. */
@Component
final class Repetitions {
    private static final Duration MEMORY = Duration.ofHours(24);

    /** Not 409: what stands in the way may be gone the next time. */
    private static final Set<Integer> RETAINED = Set.of(200, 400, 404, 412, 422);

    private final Questions questions;
    private final RetainedAnswers retained;
    private final Clock clock;
    private final Set<RequestKey> running = ConcurrentHashMap.newKeySet();

    Repetitions(Questions questions, RetainedAnswers retained, Clock clock) {
        this.questions = questions;
        this.retained = retained;
        this.clock = clock;
    }

    /** Makes the command that has a request remembered together with its effect. */
    @FunctionalInterface
    interface Acceptance {
        Command of(long result);
    }

    /**
     * Answers a request that may have been answered before.
     *
     * @param effect lets it happen, together with its acceptance, and says what it came to
     * @param answer renders it as of its acceptance, so that every answer is the same
     */
    Reply once(SafeRetry retry, Function<Acceptance, Intent> effect, Function<Accepted, Reply> answer) {
        if (!running.add(retry.requestKey())) {
            throw Problem.stillRunning();
        }
        try {
            return repeat(retry, answer).orElseGet(() -> first(retry, effect, answer));
        } finally {
            running.remove(retry.requestKey());
        }
    }

    /** Whether another process was faster with the same request. */
    static boolean isRepeated(CommandExecutionException refused) {
        return Refusal.in(refused)
                .filter(why -> why.reason() == Reason.REPEATED)
                .isPresent();
    }

    /** What came of a request that took effect before. */
    OptionalLong earlier(SafeRetry retry) {
        Optional<AcceptedRequest> earlier = remembered(retry, clock.instant());
        earlier.ifPresent(accepted -> retry.requireSame(accepted.fingerprint()));
        return earlier.stream().mapToLong(AcceptedRequest::result).findFirst();
    }

    private Optional<Reply> repeat(SafeRetry retry, Function<Accepted, Reply> answer) {
        Instant now = clock.instant();
        return remembered(retry, now)
                .map(accepted -> answer(retry, accepted, answer))
                .or(() -> retained.find(retry.requestKey(), now).map(answered -> again(retry, answered)))
                .map(reply -> reply.with("Idempotent-Replayed", "true"));
    }

    private Reply first(SafeRetry retry, Function<Acceptance, Intent> effect, Function<Accepted, Reply> answer) {
        Reply settled;
        try {
            settled = effect.apply(result -> retry.acceptance(result, clock.instant()))
                    .settled();
        } catch (Problem refused) {
            if (Attempts.isUnanswered(refused)) {
                throw refused;
            }
            return unlessAccepted(retry, answer, () -> {
                retain(retry, refused.reply());
                throw refused;
            });
        } catch (CommandExecutionException refused) {
            if (isRepeated(refused)) {
                return repeat(retry, answer).orElseThrow(() -> refused);
            }
            throw refused;
        }
        if (settled != null) {
            return unlessAccepted(retry, answer, () -> {
                retain(retry, settled);
                return settled;
            });
        }
        return Accepted.durably(
                () -> accepted(retry)
                        .map(accepted -> answer(retry, accepted, answer))
                        .orElseThrow(() -> new IllegalStateException("a request was accepted and is not known")),
                () -> acceptance(retry).position());
    }

    /** Another process may have been faster with the same request: what this one met is then only the effect of that. */
    private Reply unlessAccepted(SafeRetry retry, Function<Accepted, Reply> answer, Supplier<Reply> otherwise) {
        return remembered(retry, clock.instant())
                .map(accepted -> answer(retry, accepted, answer).with("Idempotent-Replayed", "true"))
                .orElseGet(otherwise);
    }

    private Optional<AcceptedRequest> remembered(SafeRetry retry, Instant now) {
        return accepted(retry).filter(accepted -> accepted.acceptedAt().isAfter(now.minus(MEMORY)));
    }

    private Optional<AcceptedRequest> accepted(SafeRetry retry) {
        return acceptance(retry).found();
    }

    private Answer<AcceptedRequest> acceptance(SafeRetry retry) {
        return questions.ask(new FindAcceptedRequest(retry.requestKey(), Moment.head()));
    }

    private static Reply answer(SafeRetry retry, AcceptedRequest accepted, Function<Accepted, Reply> answer) {
        retry.requireSame(accepted.fingerprint());
        return Accepted.durably(
                () -> answer.apply(new Accepted(accepted.result(), Moment.exactly(accepted.position()))),
                accepted::position);
    }

    private static Reply again(SafeRetry retry, RetainedAnswer answered) {
        retry.requireSame(answered.fingerprint());
        return new Reply(answered.status(), answered.headers(), answered.body());
    }

    /** What is worth trying again says so. */
    private static boolean isFinal(Reply reply) {
        return RETAINED.contains(reply.status()) && !reply.headers().containsKey(HttpHeaders.RETRY_AFTER);
    }

    private void retain(SafeRetry retry, Reply reply) {
        if (isFinal(reply)) {
            retained.retain(
                    retry.requestKey(),
                    new RetainedAnswer(retry.fingerprint(), reply.status(), reply.headers(), reply.body()),
                    clock.instant());
        }
    }
}
