package dev.patchbay.rest.exchange;

import dev.patchbay.rest.answer.Failures;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.bus.Attempts;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.exchange.Intent.Target;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.Together.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets writes happen: all of it or nothing, on top of what the caller saw, and once however often it is sent. */
@Component
final class Writes {
    private static final Set<Integer> OF_THE_REQUEST = Set.of(400, 413, 415);

    private final Decisions decisions;
    private final Repetitions repetitions;

    Writes(Decisions decisions, Repetitions repetitions) {
        this.decisions = decisions;
        this.repetitions = repetitions;
    }

    Reply perform(Exchange exchange, Supplier<Intent> intent, Function<Accepted, Reply> answer) {
        exchange.prepareWrite();
        Optional<SafeRetry> retry = safeRetry(exchange, intent);
        if (retry.isPresent()) {
            return repetitions.once(
                    retry.get(),
                    acceptance -> decide(exchange, () -> withAcceptance(intent.get(), acceptance)),
                    answer);
        }
        Intent decided = decide(exchange, intent);
        Reply settled = decided.settled();
        return settled != null
                ? settled
                : Accepted.durably(
                        () -> answer.apply(new Accepted(decided.result(), Moment.head())), exchange::catchUp);
    }

    /** Whether the commands were decided, or others first about the same thing. */
    boolean decide(Together commands, Provenance provenance) {
        try {
            decisions.decide(commands, provenance);
            return true;
        } catch (CommandExecutionException refused) {
            if (Attempts.isOvertaken(refused) || Repetitions.isRepeated(refused)) {
                return false;
            }
            throw translated(refused);
        }
    }

    OptionalLong earlier(SafeRetry retry) {
        return repetitions.earlier(retry);
    }

    /** A body that is too large to be read has no fingerprint; what is missing comes before it, as ever. */
    private static Optional<SafeRetry> safeRetry(Exchange exchange, Supplier<Intent> intent) {
        try {
            return exchange.asked().safeRetry();
        } catch (Problem unreadable) {
            if (unreadable.reply().status() == 413) {
                Intent unused = intent.get();
            }
            throw unreadable;
        }
    }

    /** What is there already leaves nothing in the log, not even that it was asked for. */
    private static Intent withAcceptance(Intent intent, Repetitions.Acceptance acceptance) {
        return intent.settled() == null ? intent.and(acceptance.of(intent.result())) : intent;
    }

    private Intent decide(Exchange exchange, Supplier<Intent> intent) {
        try {
            return Attempts.repeat(() -> attempt(exchange, intent), exchange::lookAgain);
        } catch (CommandExecutionException refused) {
            throw translated(refused);
        }
    }

    /** The views may not have followed another process yet: only who looks at all that is decided is refused because of them. */
    private Intent attempt(Exchange exchange, Supplier<Intent> intent) {
        try {
            return attempt(exchange, intent.get());
        } catch (Problem refused) {
            if (exchange.looksAtAll() || Attempts.isUnanswered(refused) || isOfTheRequest(refused)) {
                throw refused;
            }
            exchange.lookAgain();
            return attempt(exchange, intent.get());
        }
    }

    /** Whether the views have nothing to do with it; a body that could not be read is not read twice. */
    private static boolean isOfTheRequest(Problem refused) {
        return OF_THE_REQUEST.contains(refused.reply().status());
    }

    private Intent attempt(Exchange exchange, Intent wanted) {
        List<Expected> expected = new ArrayList<>(wanted.seen());
        expected(exchange.asked().ifMatch(), wanted.target()).ifPresent(expected::add);
        if (!wanted.commands().isEmpty()) {
            decisions.decide(
                    new Together(List.copyOf(wanted.commands()), expected),
                    exchange.asked().provenance());
        }
        return wanted;
    }

    private static Optional<Expected> expected(@Nullable String ifMatch, @Nullable Target target) {
        if (ifMatch == null || target == null) {
            return Optional.empty();
        }
        expect(ifMatch, target.seen());
        return ifMatch.strip().equals("*")
                ? Optional.empty()
                : Optional.of(new Expected(target.stream(), target.seen().version()));
    }

    static void expect(@Nullable String ifMatch, Found<?> seen) {
        if (ifMatch != null && !seen.tag().matches(ifMatch)) {
            throw Problem.stale(seen.tag(), seen.position());
        }
    }

    private static RuntimeException translated(CommandExecutionException refused) {
        return Refusal.in(refused)
                .flatMap(Failures::ofRefusal)
                .<RuntimeException>map(problem -> problem)
                .orElse(refused);
    }
}
