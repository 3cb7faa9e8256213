package dev.patchbay.query.call;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.call.AiHandlingCorrected;
import dev.patchbay.shared.call.CallAnswered;
import dev.patchbay.shared.call.CallDirectionCorrected;
import dev.patchbay.shared.call.CallDurationCorrected;
import dev.patchbay.shared.call.CallEnded;
import dev.patchbay.shared.call.CallMissed;
import dev.patchbay.shared.call.CallOutcomeCorrected;
import dev.patchbay.shared.call.CallPartyCorrected;
import dev.patchbay.shared.call.CallPeriodCorrected;
import dev.patchbay.shared.call.CallRecorded;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.call.TranscriptSummarized;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the calls, and with each what calls come to. */
@Component
@ProcessingGroup("views")
final class CallProjection {

    static final String CURRENT = "select * from call where id = :id and valid_to = " + Timeline.OPEN;

    private final Views views;
    private final Timeline calls;
    private final Tallies tallies;
    private final Horizon horizon;

    CallProjection(Views views) {
        this.views = views;
        this.tallies = new Tallies(views);
        this.horizon = new Horizon(views);
        this.calls = views.timeline(
                "call",
                List.of("id"),
                List.of(
                        "account_id",
                        "virtual_number_id",
                        "external_id",
                        "direction",
                        "phone_number",
                        "caller_name",
                        "call_status",
                        "call_duration",
                        "operator_id",
                        "ai_handled",
                        "transcript_summary",
                        "started_at",
                        "ended_at"));
    }

    @EventHandler
    void on(CallRecorded event, Recorded recorded) {
        calls.open(
                recorded,
                event.callId(),
                event.accountId(),
                event.virtualNumberId(),
                event.externalId(),
                event.direction(),
                event.phoneNumber(),
                event.callerName(),
                event.callStatus(),
                event.callDuration(),
                event.operatorId(),
                event.aiHandled(),
                event.transcriptSummary(),
                event.startedAt().getEpochSecond(),
                seconds(event.endedAt()));
        tallies.count(recorded, Optional.empty(), Counted.of(event));
        horizon.note(recorded, event.callId());
    }

    @EventHandler
    void on(CallAnswered event, Recorded recorded) {
        change(recorded, event.callId(), "call_status, operator_id", CallStatus.ANSWERED.word(), event.operatorId());
    }

    @EventHandler
    void on(CallMissed event, Recorded recorded) {
        change(recorded, event.callId(), "call_status", event.callStatus());
    }

    @EventHandler
    void on(CallEnded event, Recorded recorded) {
        change(recorded, event.callId(), "call_duration, ended_at", event.callDuration(), seconds(event.endedAt()));
    }

    @EventHandler
    void on(CallOutcomeCorrected event, Recorded recorded) {
        change(recorded, event.callId(), "call_status, operator_id", event.callStatus(), event.operatorId());
    }

    @EventHandler
    void on(CallDurationCorrected event, Recorded recorded) {
        change(recorded, event.callId(), "call_duration", event.callDuration());
    }

    @EventHandler
    void on(CallPeriodCorrected event, Recorded recorded) {
        change(
                recorded,
                event.callId(),
                "started_at, ended_at",
                event.startedAt().getEpochSecond(),
                seconds(event.endedAt()));
        horizon.note(recorded, event.callId());
    }

    @EventHandler
    void on(CallDirectionCorrected event, Recorded recorded) {
        change(recorded, event.callId(), "direction", event.direction());
    }

    @EventHandler
    void on(CallPartyCorrected event, Recorded recorded) {
        change(recorded, event.callId(), "phone_number, caller_name", event.phoneNumber(), event.callerName());
    }

    @EventHandler
    void on(AiHandlingCorrected event, Recorded recorded) {
        change(recorded, event.callId(), "ai_handled", event.aiHandled());
    }

    @EventHandler
    void on(TranscriptSummarized event, Recorded recorded) {
        change(recorded, event.callId(), "transcript_summary", event.transcriptSummary());
    }

    private void change(Recorded recorded, long id, String columns, @Nullable Object... values) {
        Optional<Counted> before = counted(id);
        calls.change(recorded, id, columns, values);
        counted(id).ifPresent(after -> tallies.count(recorded, before, after));
    }

    private Optional<Counted> counted(long id) {
        return views.underway(CURRENT, Map.of("id", id), (row, index) -> Counted.of(row)).stream()
                .findFirst();
    }

    private static @Nullable Long seconds(@Nullable Instant time) {
        return time == null ? null : time.getEpochSecond();
    }
}
