package dev.patchbay.shared;

import dev.patchbay.shared.account.AccountOpened;
import dev.patchbay.shared.account.DeadLettersRetried;
import dev.patchbay.shared.agent.AgentCreated;
import dev.patchbay.shared.agent.AgentDeleted;
import dev.patchbay.shared.agent.AgentDisabled;
import dev.patchbay.shared.agent.AgentEmailChanged;
import dev.patchbay.shared.agent.AgentEnabled;
import dev.patchbay.shared.agent.AgentKeyIssued;
import dev.patchbay.shared.agent.AgentKeyRevoked;
import dev.patchbay.shared.agent.AgentRenamed;
import dev.patchbay.shared.agent.AvailabilityChanged;
import dev.patchbay.shared.agent.RoleGranted;
import dev.patchbay.shared.agent.RoleWithdrawn;
import dev.patchbay.shared.agent.TeamJoined;
import dev.patchbay.shared.agent.TeamLeft;
import dev.patchbay.shared.apikey.ApiKeyIssued;
import dev.patchbay.shared.apikey.ApiKeyRevoked;
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
import dev.patchbay.shared.call.CallReferenceTaken;
import dev.patchbay.shared.call.TranscriptSummarized;
import dev.patchbay.shared.claim.NameClaimed;
import dev.patchbay.shared.claim.NameFreed;
import dev.patchbay.shared.operator.OperatorActivated;
import dev.patchbay.shared.operator.OperatorCreated;
import dev.patchbay.shared.operator.OperatorDeactivated;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.operator.OperatorEmailChanged;
import dev.patchbay.shared.operator.OperatorLinkedToProject;
import dev.patchbay.shared.operator.OperatorPhoneNumberChanged;
import dev.patchbay.shared.operator.OperatorRenamed;
import dev.patchbay.shared.operator.OperatorRestored;
import dev.patchbay.shared.operator.OperatorUnlinkedFromProject;
import dev.patchbay.shared.project.GoalLanguageChanged;
import dev.patchbay.shared.project.LongPauseThresholdChanged;
import dev.patchbay.shared.project.ProjectCreated;
import dev.patchbay.shared.project.ProjectDeleted;
import dev.patchbay.shared.project.ProjectDescriptionChanged;
import dev.patchbay.shared.project.ProjectIndustryChanged;
import dev.patchbay.shared.project.ProjectLanguageChanged;
import dev.patchbay.shared.project.ProjectRenamed;
import dev.patchbay.shared.project.ProjectRestored;
import dev.patchbay.shared.project.QualityBaselineChanged;
import dev.patchbay.shared.project.QualityBaselineDisabled;
import dev.patchbay.shared.project.QualityBaselineEnabled;
import dev.patchbay.shared.project.RetentionChanged;
import dev.patchbay.shared.project.SummaryLanguageChanged;
import dev.patchbay.shared.project.TranscriptionHintsChanged;
import dev.patchbay.shared.request.RequestAccepted;
import dev.patchbay.shared.role.RoleCreated;
import dev.patchbay.shared.role.RoleDeleted;
import dev.patchbay.shared.role.RoleDescriptionChanged;
import dev.patchbay.shared.role.RolePermissionsChanged;
import dev.patchbay.shared.role.RoleRenamed;
import dev.patchbay.shared.routing.LegBegun;
import dev.patchbay.shared.routing.RouteDecided;
import dev.patchbay.shared.team.TeamAssignmentLimitChanged;
import dev.patchbay.shared.team.TeamAssignmentTypeChanged;
import dev.patchbay.shared.team.TeamCreated;
import dev.patchbay.shared.team.TeamDeleted;
import dev.patchbay.shared.team.TeamEmojiChanged;
import dev.patchbay.shared.team.TeamRenamed;
import dev.patchbay.shared.team.TeamTimezoneChanged;
import dev.patchbay.shared.virtualnumber.FallbackChanged;
import dev.patchbay.shared.virtualnumber.FallbackLinked;
import dev.patchbay.shared.virtualnumber.FallbackUnlinked;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import dev.patchbay.shared.virtualnumber.OperatorDetached;
import dev.patchbay.shared.virtualnumber.OperatorsReordered;
import dev.patchbay.shared.virtualnumber.PhoneNumberClaimed;
import dev.patchbay.shared.virtualnumber.PhoneNumberFreed;
import dev.patchbay.shared.virtualnumber.RecordingStarted;
import dev.patchbay.shared.virtualnumber.RecordingStopped;
import dev.patchbay.shared.virtualnumber.RingSecondsChanged;
import dev.patchbay.shared.virtualnumber.RingTimeoutChanged;
import dev.patchbay.shared.virtualnumber.RoutingStrategyChanged;
import dev.patchbay.shared.virtualnumber.VirtualNumberActivated;
import dev.patchbay.shared.virtualnumber.VirtualNumberAssignedToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberDeactivated;
import dev.patchbay.shared.virtualnumber.VirtualNumberRegistered;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import dev.patchbay.shared.virtualnumber.VirtualNumberRenamed;
import dev.patchbay.shared.virtualnumber.VirtualNumberRestored;
import dev.patchbay.shared.virtualnumber.VirtualNumberWithdrawnFromProject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One event of each type, as its file in {@code stored-form} says it: every component has a value of its own. */
final class Samples {

    private static final Map<Class<?>, Event> BY_TYPE = Stream.of(
                    all(), MailSamples.all(), IdentitySamples.all(), ReplaySamples.all())
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(Event::getClass, Function.identity()));

    private Samples() {}

    private static Stream<Event> all() {
        return Stream.of(
                new AccountOpened(7, "Žalgiris & Co"),
                new DeadLettersRetried(7, "views"),
                new ApiKeyIssued(
                        5,
                        7,
                        "idc_Ab3x",
                        "Front desk",
                        List.of("read", "write"),
                        3L,
                        Instant.parse("2027-01-31T10:00:00.123456Z")),
                new ApiKeyRevoked(5),
                new OperatorCreated(42, 7, "Ada Lovelace", "+37061234567", "ada@example.lt", true),
                new OperatorRenamed(42, "Ada King 😀"),
                new OperatorPhoneNumberChanged(42, "+37061234568"),
                new OperatorEmailChanged(42, "king@example.lt"),
                new OperatorActivated(42),
                new OperatorDeactivated(42),
                new OperatorLinkedToProject(42, 3),
                new OperatorUnlinkedFromProject(42, 3),
                new OperatorDeleted(42),
                new OperatorRestored(42),
                new ProjectCreated(
                        3,
                        7,
                        "Sales",
                        "lt",
                        "First line.\nSecond line.",
                        "Retail",
                        "en",
                        "en-GB",
                        4,
                        "Žalgiris, Kaunas",
                        365,
                        true,
                        87.5),
                new ProjectRenamed(3, "Sales and support"),
                new ProjectLanguageChanged(3, "en"),
                new ProjectDescriptionChanged(3, "A \"quoted\" word, a tab\t, a backslash \\"),
                new ProjectIndustryChanged(3, "Wholesale"),
                new GoalLanguageChanged(3, "de"),
                new SummaryLanguageChanged(3, "fr"),
                new LongPauseThresholdChanged(3, 86_400),
                new TranscriptionHintsChanged(3, "Nemunas"),
                new RetentionChanged(3, 36_500),
                new QualityBaselineChanged(3, 0.1),
                new QualityBaselineEnabled(3),
                new QualityBaselineDisabled(3),
                new ProjectDeleted(3),
                new ProjectRestored(3),
                new RequestAccepted("9f86d081884c7d65", "60303ae22b998861", 42),
                new VirtualNumberRegistered(
                        11, 7, "+15551234567", "US", "Hotline", "toll-free", 9_007_199_254_740_993L, "1.00", "2.50"),
                new VirtualNumberRenamed(11, "Sales line"),
                new VirtualNumberActivated(11),
                new VirtualNumberDeactivated(11),
                new RecordingStarted(11),
                new RecordingStopped(11),
                new RoutingStrategyChanged(11, "round_robin"),
                new OperatorAttached(11, 42, 2),
                new OperatorDetached(11, 42),
                new OperatorsReordered(11, List.of(43L, 42L, 9_007_199_254_740_993L)),
                new VirtualNumberAssignedToProject(11, 3),
                new VirtualNumberWithdrawnFromProject(11, 3),
                new VirtualNumberReleased(11, "+15551234567"),
                new VirtualNumberRestored(11, "+15551234567", 12L),
                new PhoneNumberClaimed("+15551234567", 11),
                new PhoneNumberFreed("+15551234567", 11),
                new RingTimeoutChanged(11, 25),
                new RingSecondsChanged(11, 42, 15),
                new FallbackChanged(11, "forward", "+15551230000", 12L),
                new FallbackLinked(7, 11, 12),
                new FallbackUnlinked(7, 11),
                new CallRecorded(
                        9981,
                        7,
                        11,
                        "CA0123456789abcdef",
                        "inbound",
                        "+15558884444",
                        "John Smith",
                        "answered",
                        213,
                        42L,
                        true,
                        "Wants a refund.",
                        Instant.parse("2026-11-20T09:59:30Z"),
                        Instant.parse("2026-11-20T10:03:03Z")),
                new CallAnswered(9981, 42L),
                new CallMissed(9981, "busy"),
                new CallEnded(9981, 213, Instant.parse("2026-11-20T10:03:03Z")),
                new CallOutcomeCorrected(9981, "answered", 42L),
                new CallDurationCorrected(9981, 212),
                new CallPeriodCorrected(
                        9981, Instant.parse("2026-11-20T09:59:31Z"), Instant.parse("2026-11-20T10:03:04Z")),
                new CallDirectionCorrected(9981, "outbound"),
                new CallPartyCorrected(9981, "+15558884445", "Joan Smith"),
                new AiHandlingCorrected(9981, true),
                new TranscriptSummarized(9981, "Wants a refund,\nand gets it."),
                new CallReferenceTaken(11, "CA0123456789abcdef", 9981),
                new RouteDecided(11, 57, 9981, 1234, "round_robin", List.of(43L, 42L), "voicemail"),
                new LegBegun(11, 9981, 57),
                new AgentCreated(
                        42,
                        7,
                        "ada@example.lt",
                        "Ada",
                        "Lovelace",
                        true,
                        List.of(3L, 9_007_199_254_740_993L),
                        List.of(4L)),
                new AgentRenamed(42, "Augusta Ada", "King 😀"),
                new AgentEmailChanged(42, "king@example.lt"),
                new AgentEnabled(42),
                new AgentDisabled(42),
                new RoleGranted(42, 3),
                new RoleWithdrawn(42, 3),
                new TeamJoined(42, 4),
                new TeamLeft(42, 4),
                new AvailabilityChanged(42, "away_and_reassigning", true),
                new AgentKeyIssued(42, "Ab3xAb3xAb3xAb3xAb3xAb3xAb3xAb3x"),
                new AgentKeyRevoked(42),
                new AgentDeleted(42, List.of(3L), List.of(4L)),
                new TeamCreated(4, 7, "Sales & support", "🚀", "Round robin", "Europe/Vilnius", 5),
                new TeamRenamed(4, "Sales"),
                new TeamEmojiChanged(4, "🎯"),
                new TeamAssignmentTypeChanged(4, "Manual"),
                new TeamTimezoneChanged(4, "UTC"),
                new TeamAssignmentLimitChanged(4, 10),
                new TeamDeleted(4),
                new RoleCreated(3, 7, "Supervisor", "Looks after\nothers.", List.of("teams:manage", "users:manage")),
                new RoleRenamed(3, "Head"),
                new RoleDescriptionChanged(3, "Leads."),
                new RolePermissionsChanged(3, List.of("roles:manage")),
                new RoleDeleted(3),
                new NameClaimed(7, "team", "Sales", 4),
                new NameFreed(7, "team", "Sales", 4));
    }

    /** The sample of an event type; fails when there is none yet. */
    static Event of(Class<?> type) {
        Event sample = BY_TYPE.get(type);
        if (sample == null) {
            throw new AssertionError(type.getSimpleName() + " has no sample: add it here and its file to stored-form");
        }
        return sample;
    }
}
