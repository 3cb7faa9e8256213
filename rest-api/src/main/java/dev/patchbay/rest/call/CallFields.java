package dev.patchbay.rest.call;

import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.rest.request.Parser;
import dev.patchbay.rest.request.Timestamps;
import dev.patchbay.shared.call.CallChange;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a body says about a call, but for its external id. */
record CallFields(
        Field<CallDirection> direction,
        Field<PhoneNumber> phoneNumber,
        Field<String> callerName,
        Field<CallStatus> status,
        Field<Long> duration,
        Field<Long> operator,
        Field<Boolean> aiHandled,
        Field<String> transcriptSummary,
        Field<Instant> startedAt,
        Field<Instant> endedAt) {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_SUMMARY = 10_000;
    private static final long LONGEST_CALL = 2_592_000;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofHours(24);

    /** Of a call to be recorded: some fields must be there. */
    static CallFields ofNew(Fields fields, String region, Instant now) {
        return read(fields, Fields::requiredText, region, now);
    }

    /** Of a call that is known: every field may be left out. */
    static CallFields ofChange(Fields fields, String region, Instant now) {
        return read(fields, Fields::text, region, now);
    }

    /** How a field is read that a call cannot be without. */
    @FunctionalInterface
    private interface Essential {
        <T> Field<T> read(Fields fields, String name, Parser<T> parser);
    }

    private static CallFields read(Fields fields, Essential essential, String region, Instant now) {
        return new CallFields(
                essential.read(fields, "direction", word -> listed(CallDirection.of(word))),
                fields.nullableText("phone_number", text -> PhoneNumber.parse(text, region)),
                fields.nullableText("caller_name", text -> Texts.line(text, LONGEST_NAME)),
                essential.read(fields, "call_status", word -> listed(CallStatus.of(word))),
                fields.integer("call_duration", 0, LONGEST_CALL),
                fields.nullableInteger("operator_id", Long.MIN_VALUE, Long.MAX_VALUE),
                fields.flag("ai_handled"),
                fields.nullableText("transcript_summary", text -> Texts.prose(text, LONGEST_SUMMARY)),
                fields.text("started_at", text -> time(text, now)),
                fields.nullableText("ended_at", text -> time(text, now)));
    }

    /** Of a new call that began now unless the body says when. */
    CallFacts facts(Instant now) {
        return new CallFacts(
                direction.get(),
                phoneNumber.value(),
                callerName.value(),
                status.get(),
                duration.orElse(0L),
                operatorId(operator.value()),
                aiHandled.orElse(false),
                transcriptSummary.value(),
                startedAt.orElse(now.truncatedTo(ChronoUnit.SECONDS)),
                endedAt.value());
    }

    List<CallChange> changes() {
        List<CallChange> changes = new ArrayList<>();
        direction.ifValue(to -> changes.add(new CallChange.Direction(to)));
        phoneNumber.ifGiven(to -> changes.add(new CallChange.OtherParty(to)));
        callerName.ifGiven(to -> changes.add(new CallChange.CallerName(to)));
        status.ifValue(to -> changes.add(new CallChange.Status(to)));
        duration.ifValue(to -> changes.add(new CallChange.Length(to)));
        operator.ifGiven(to -> changes.add(new CallChange.AnsweredBy(operatorId(to))));
        aiHandled.ifValue(to -> changes.add(new CallChange.AiHandled(to)));
        transcriptSummary.ifGiven(to -> changes.add(new CallChange.TranscriptSummary(to)));
        startedAt.ifValue(to -> changes.add(new CallChange.StartedAt(to)));
        endedAt.ifGiven(to -> changes.add(new CallChange.EndedAt(to)));
        return changes;
    }

    private static <T> T listed(Optional<T> value) throws InvalidText {
        return value.orElseThrow(() -> new InvalidText("is not included in the list"));
    }

    private static Instant time(String text, Instant now) throws InvalidText {
        Instant time = Timestamps.parse(text);
        if (time.isBefore(EARLIEST)) {
            throw new InvalidText("must be 2000-01-01T00:00:00Z or later");
        }
        if (time.isAfter(now.plus(AHEAD))) {
            throw new InvalidText("must be at most 24 hours in the future");
        }
        return time;
    }

    private static @Nullable OperatorId operatorId(@Nullable Long id) {
        return id == null ? null : new OperatorId(id);
    }
}
