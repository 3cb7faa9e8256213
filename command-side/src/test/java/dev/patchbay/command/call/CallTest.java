package dev.patchbay.command.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.call.AiHandlingCorrected;
import dev.patchbay.shared.call.CallAnswered;
import dev.patchbay.shared.call.CallChange;
import dev.patchbay.shared.call.CallCommand.RecordCall;
import dev.patchbay.shared.call.CallCommand.ReviseCall;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallDirectionCorrected;
import dev.patchbay.shared.call.CallDurationCorrected;
import dev.patchbay.shared.call.CallEnded;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallMissed;
import dev.patchbay.shared.call.CallOutcomeCorrected;
import dev.patchbay.shared.call.CallPartyCorrected;
import dev.patchbay.shared.call.CallPeriodCorrected;
import dev.patchbay.shared.call.CallRecorded;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.call.TranscriptSummarized;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallTest {

    private static final CallId CALL = new CallId(9981);
    private static final OperatorId ADA = new OperatorId(42);
    private static final OperatorId BOB = new OperatorId(43);
    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant SOON_AFTER = TEN.plusSeconds(213);
    private static final CallFacts RINGING = facts(CallStatus.RINGING, 0, null, null);
    private static final CallFacts ANSWERED = facts(CallStatus.ANSWERED, 0, ADA, null);
    private static final CallFacts ENDED = facts(CallStatus.ANSWERED, 213, ADA, SOON_AFTER);
    private static final CallFacts MISSED = facts(CallStatus.MISSED, 0, null, SOON_AFTER);

    private final FixtureConfiguration<Call> call = new AggregateTestFixture<>(Call.class);

    @Test
    void is_recorded_with_all_that_is_known() {
        call.givenNoPriorActivity()
                .when(record(new CallFacts(
                        CallDirection.OUTBOUND,
                        new PhoneNumber("+15558884444"),
                        "John Smith",
                        CallStatus.ANSWERED,
                        213,
                        ADA,
                        true,
                        "He called back.",
                        TEN,
                        SOON_AFTER)))
                .expectEvents(new CallRecorded(
                        9981,
                        7,
                        11,
                        "CA01",
                        "outbound",
                        "+15558884444",
                        "John Smith",
                        "answered",
                        213,
                        42L,
                        true,
                        "He called back.",
                        TEN,
                        SOON_AFTER));
    }

    @Test
    void is_recorded_with_hardly_anything() {
        call.givenNoPriorActivity()
                .when(new RecordCall(
                        CALL,
                        new AccountId(7),
                        new VirtualNumberId(11),
                        null,
                        new CallFacts(
                                CallDirection.INBOUND,
                                null,
                                null,
                                CallStatus.RINGING,
                                0,
                                null,
                                false,
                                null,
                                TEN,
                                null)))
                .expectEvents(new CallRecorded(
                        9981, 7, 11, null, "inbound", null, null, "ringing", 0, null, false, null, TEN, null));
    }

    @Test
    void is_not_recorded_when_its_facts_contradict_each_other() {
        ResultValidator<Call> result =
                call.givenNoPriorActivity().when(record(facts(CallStatus.RINGING, 0, null, SOON_AFTER)));

        refused(result, "Ended at must be null while the call is ringing");
    }

    @Test
    void is_answered_by_an_operator_while_it_rings() {
        revise(RINGING, new CallChange.AnsweredBy(ADA), new CallChange.Status(CallStatus.ANSWERED))
                .expectEvents(new CallAnswered(9981, 42L));
    }

    @Test
    void is_answered_by_nobody_known_while_it_rings() {
        revise(RINGING, new CallChange.Status(CallStatus.ANSWERED)).expectEvents(new CallAnswered(9981, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"MISSED", "BUSY", "FAILED"})
    void is_missed_while_it_rings(CallStatus status) {
        revise(RINGING, new CallChange.Status(status)).expectEvents(new CallMissed(9981, status.word()));
    }

    @Test
    void is_answered_and_ended_at_once_when_that_becomes_known_at_once() {
        revise(
                        RINGING,
                        new CallChange.Status(CallStatus.ANSWERED),
                        new CallChange.Length(213),
                        new CallChange.AnsweredBy(ADA),
                        new CallChange.EndedAt(SOON_AFTER))
                .expectEvents(new CallAnswered(9981, 42L), new CallEnded(9981, 213, SOON_AFTER));
    }

    @Test
    void is_ended_without_a_new_duration() {
        revise(ANSWERED, new CallChange.EndedAt(SOON_AFTER)).expectEvents(new CallEnded(9981, 0, SOON_AFTER));
    }

    @Test
    void is_ended_after_its_beginning_is_corrected() {
        revise(ANSWERED, new CallChange.EndedAt(SOON_AFTER), new CallChange.StartedAt(TEN.minusSeconds(5)))
                .expectEvents(
                        new CallPeriodCorrected(9981, TEN.minusSeconds(5), null), new CallEnded(9981, 0, SOON_AFTER));
    }

    @Test
    void has_another_outcome_when_another_operator_answered() {
        revise(ENDED, new CallChange.AnsweredBy(BOB)).expectEvents(new CallOutcomeCorrected(9981, "answered", 43L));
    }

    @Test
    void has_another_outcome_when_it_was_answered_after_all() {
        revise(MISSED, new CallChange.Status(CallStatus.ANSWERED), new CallChange.AnsweredBy(ADA))
                .expectEvents(new CallOutcomeCorrected(9981, "answered", 42L));
    }

    @Test
    void has_another_outcome_when_it_still_rings_after_all() {
        revise(ANSWERED, new CallChange.Status(CallStatus.RINGING), new CallChange.AnsweredBy(null))
                .expectEvents(new CallOutcomeCorrected(9981, "ringing", null));
    }

    @Test
    void lasted_longer_than_was_known() {
        revise(ENDED, new CallChange.Length(214)).expectEvents(new CallDurationCorrected(9981, 214));
    }

    @Test
    void began_and_ended_at_other_times() {
        revise(ENDED, new CallChange.StartedAt(TEN.plusSeconds(1)), new CallChange.EndedAt(SOON_AFTER.plusSeconds(1)))
                .expectEvents(new CallPeriodCorrected(9981, TEN.plusSeconds(1), SOON_AFTER.plusSeconds(1)));
    }

    @Test
    void has_no_end_after_all() {
        revise(ENDED, new CallChange.EndedAt(null)).expectEvents(new CallPeriodCorrected(9981, TEN, null));
    }

    @Test
    void went_the_other_way() {
        revise(ENDED, new CallChange.Direction(CallDirection.OUTBOUND))
                .expectEvents(new CallDirectionCorrected(9981, "outbound"));
    }

    @Test
    void was_with_somebody_else() {
        revise(
                        ENDED,
                        new CallChange.OtherParty(new PhoneNumber("+15558884445")),
                        new CallChange.CallerName("Joan Smith"))
                .expectEvents(new CallPartyCorrected(9981, "+15558884445", "Joan Smith"));
    }

    @Test
    void was_handled_by_an_agent() {
        revise(ENDED, new CallChange.AiHandled(true)).expectEvents(new AiHandlingCorrected(9981, true));
    }

    @Test
    void is_summed_up() {
        revise(ENDED, new CallChange.TranscriptSummary("He called back."))
                .expectEvents(new TranscriptSummarized(9981, "He called back."));
    }

    @Test
    void is_not_revised_by_halves() {
        refused(
                revise(ENDED, new CallChange.Length(1), new CallChange.EndedAt(TEN.minusSeconds(1))),
                "Ended at must not be before started at");
    }

    @Test
    void is_answered_by_no_operator_unless_it_was_answered() {
        refused(
                revise(ENDED, new CallChange.Status(CallStatus.MISSED)),
                "Operator must be null unless the call was answered");
    }

    @Test
    void is_not_there_before_it_is_recorded() {
        call.givenNoPriorActivity()
                .when(new ReviseCall(CALL, List.of(new CallChange.AiHandled(true))))
                .expectException(AggregateNotFoundException.class);
    }

    @Property(tries = 300)
    void is_what_it_was_revised_to(@ForAll("facts") CallFacts before, @ForAll("facts") CallFacts after) {
        Assume.that(before.contradiction().isEmpty());
        ResultValidator<Call> result = new AggregateTestFixture<>(Call.class)
                .given(recorded(before))
                .when(new ReviseCall(CALL, changesTo(after)));

        if (after.contradiction().isPresent()) {
            refused(result, after.contradiction().get());
        } else if (before.equals(after)) {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        } else {
            result.expectSuccessfulHandlerExecution()
                    .expectState(revised -> assertThat(revised.facts()).isEqualTo(after));
        }
    }

    @Property(tries = 50)
    void is_silent_for_what_is_already_known(@ForAll("facts") CallFacts known) {
        Assume.that(known.contradiction().isEmpty());

        new AggregateTestFixture<>(Call.class)
                .given(recorded(known))
                .when(new ReviseCall(CALL, changesTo(known)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Provide
    Arbitrary<CallFacts> facts() {
        return Combinators.combine(
                        Arbitraries.of(CallDirection.class),
                        Arbitraries.of(new PhoneNumber("+15558884444"), new PhoneNumber("+15558884445"))
                                .injectNull(0.3),
                        Arbitraries.of("John", "Joan").injectNull(0.3),
                        Arbitraries.of(CallStatus.class),
                        Arbitraries.of(0L, 213L),
                        Arbitraries.of(ADA, BOB).injectNull(0.6),
                        Arbitraries.of(true, false),
                        Combinators.combine(
                                        Arbitraries.of(TEN, TEN.plusSeconds(60)),
                                        Arbitraries.of(TEN.plusSeconds(30), SOON_AFTER)
                                                .injectNull(0.5))
                                .as((from, to) -> new Period(from, to)))
                .as((direction, number, name, status, duration, operator, ai, period) -> new CallFacts(
                        direction,
                        number,
                        name,
                        status,
                        duration,
                        operator,
                        ai,
                        ai ? "summed up" : null,
                        period.from(),
                        period.to()));
    }

    private record Period(Instant from, Instant to) {}

    private static List<CallChange> changesTo(CallFacts after) {
        return List.of(
                new CallChange.Direction(after.direction()),
                new CallChange.OtherParty(after.phoneNumber()),
                new CallChange.CallerName(after.callerName()),
                new CallChange.Status(after.status()),
                new CallChange.Length(after.duration()),
                new CallChange.AnsweredBy(after.operator()),
                new CallChange.AiHandled(after.aiHandled()),
                new CallChange.TranscriptSummary(after.transcriptSummary()),
                new CallChange.StartedAt(after.startedAt()),
                new CallChange.EndedAt(after.endedAt()));
    }

    private ResultValidator<Call> revise(CallFacts before, CallChange... changes) {
        return call.given(recorded(before)).when(new ReviseCall(CALL, List.of(changes)));
    }

    private static void refused(ResultValidator<Call> result, String message) {
        result.expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.INVALID, message));
    }

    private static RecordCall record(CallFacts facts) {
        return new RecordCall(CALL, new AccountId(7), new VirtualNumberId(11), new ExternalId("CA01"), facts);
    }

    private static CallRecorded recorded(CallFacts facts) {
        return new CallRecorded(
                9981,
                7,
                11,
                "CA01",
                facts.direction().word(),
                facts.phoneNumber() == null ? null : facts.phoneNumber().e164(),
                facts.callerName(),
                facts.status().word(),
                facts.duration(),
                facts.operator() == null ? null : facts.operator().value(),
                facts.aiHandled(),
                facts.transcriptSummary(),
                facts.startedAt(),
                facts.endedAt());
    }

    private static CallFacts facts(CallStatus status, long duration, OperatorId operator, Instant endedAt) {
        return new CallFacts(
                CallDirection.INBOUND,
                new PhoneNumber("+15558884444"),
                "John Smith",
                status,
                duration,
                operator,
                false,
                null,
                TEN,
                endedAt);
    }
}
