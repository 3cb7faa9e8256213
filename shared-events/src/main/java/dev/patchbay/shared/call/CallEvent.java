package dev.patchbay.shared.call;

import dev.patchbay.shared.Event;

/** What happened to a call, or to what is known of it. */
public sealed interface CallEvent extends Event
        permits CallRecorded,
                CallAnswered,
                CallMissed,
                CallEnded,
                CallOutcomeCorrected,
                CallDurationCorrected,
                CallPeriodCorrected,
                CallDirectionCorrected,
                CallPartyCorrected,
                AiHandlingCorrected,
                TranscriptSummarized {
    long callId();
}
