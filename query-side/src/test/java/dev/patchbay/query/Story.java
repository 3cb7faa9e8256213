package dev.patchbay.query;

import static dev.patchbay.query.Facts.key;
import static dev.patchbay.query.Facts.number;
import static dev.patchbay.query.Facts.operator;
import static dev.patchbay.query.Facts.project;

import dev.patchbay.shared.Event;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.account.AccountOpened;
import dev.patchbay.shared.account.AccountQuery.FindAccount;
import dev.patchbay.shared.account.AccountQuery.ListAccounts;
import dev.patchbay.shared.account.DeadLettersRetried;
import dev.patchbay.shared.activity.ActivityField;
import dev.patchbay.shared.activity.ActivityFilter;
import dev.patchbay.shared.activity.ActivityFilter.Comparison;
import dev.patchbay.shared.activity.ActivityFilter.Operator;
import dev.patchbay.shared.activity.ActivityQuery.ListActivities;
import dev.patchbay.shared.agent.AgentCreated;
import dev.patchbay.shared.agent.AgentDeleted;
import dev.patchbay.shared.agent.AgentDisabled;
import dev.patchbay.shared.agent.AgentEmailChanged;
import dev.patchbay.shared.agent.AgentEnabled;
import dev.patchbay.shared.agent.AgentKeyIssued;
import dev.patchbay.shared.agent.AgentKeyRevoked;
import dev.patchbay.shared.agent.AgentQuery.FindAgent;
import dev.patchbay.shared.agent.AgentQuery.FindAgentAuthority;
import dev.patchbay.shared.agent.AgentQuery.ListAgents;
import dev.patchbay.shared.agent.AgentQuery.ListAgentsAtWork;
import dev.patchbay.shared.agent.AgentQuery.ListAgentsWithRole;
import dev.patchbay.shared.agent.AgentQuery.ListKnownEmails;
import dev.patchbay.shared.agent.AgentQuery.ListMembersOfTeam;
import dev.patchbay.shared.agent.AgentRenamed;
import dev.patchbay.shared.agent.AvailabilityChanged;
import dev.patchbay.shared.agent.RoleGranted;
import dev.patchbay.shared.agent.RoleWithdrawn;
import dev.patchbay.shared.agent.TeamJoined;
import dev.patchbay.shared.agent.TeamLeft;
import dev.patchbay.shared.apikey.ApiKeyQuery.FindApiKey;
import dev.patchbay.shared.apikey.ApiKeyQuery.ListApiKeys;
import dev.patchbay.shared.apikey.ApiKeyRevoked;
import dev.patchbay.shared.audit.AuditFilter;
import dev.patchbay.shared.audit.AuditFilter.Who;
import dev.patchbay.shared.audit.AuditQuery.FindBlame;
import dev.patchbay.shared.audit.AuditQuery.FindDifference;
import dev.patchbay.shared.audit.AuditQuery.ListAuditEntries;
import dev.patchbay.shared.audit.AuditQuery.ListHistory;
import dev.patchbay.shared.audit.AuditQuery.Part;
import dev.patchbay.shared.call.AiHandlingCorrected;
import dev.patchbay.shared.call.Bucket;
import dev.patchbay.shared.call.CallAnswered;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallDirectionCorrected;
import dev.patchbay.shared.call.CallDurationCorrected;
import dev.patchbay.shared.call.CallEnded;
import dev.patchbay.shared.call.CallFilter;
import dev.patchbay.shared.call.CallMissed;
import dev.patchbay.shared.call.CallOutcomeCorrected;
import dev.patchbay.shared.call.CallPage;
import dev.patchbay.shared.call.CallPartyCorrected;
import dev.patchbay.shared.call.CallPeriodCorrected;
import dev.patchbay.shared.call.CallQuery.FindCall;
import dev.patchbay.shared.call.CallQuery.FindCalledNumber;
import dev.patchbay.shared.call.CallQuery.FindCalledOperator;
import dev.patchbay.shared.call.CallQuery.FindCalledProject;
import dev.patchbay.shared.call.CallQuery.FindCorrections;
import dev.patchbay.shared.call.CallQuery.ListCalls;
import dev.patchbay.shared.call.CallQuery.ListKnownReferences;
import dev.patchbay.shared.call.CallRecorded;
import dev.patchbay.shared.call.CallReferenceId;
import dev.patchbay.shared.call.CallReferenceTaken;
import dev.patchbay.shared.call.CallStatisticsQuery.FindOperatorStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.FindProjectStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.FindVirtualNumberStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.Period;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.call.TranscriptSummarized;
import dev.patchbay.shared.claim.NameClaimed;
import dev.patchbay.shared.claim.NameFreed;
import dev.patchbay.shared.export.Dataset;
import dev.patchbay.shared.export.ExportQuery.ListRows;
import dev.patchbay.shared.operator.OperatorActivated;
import dev.patchbay.shared.operator.OperatorDeactivated;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.operator.OperatorEmailChanged;
import dev.patchbay.shared.operator.OperatorLinkedToProject;
import dev.patchbay.shared.operator.OperatorPhoneNumberChanged;
import dev.patchbay.shared.operator.OperatorQuery.FindOperator;
import dev.patchbay.shared.operator.OperatorQuery.ListNumbersOfOperator;
import dev.patchbay.shared.operator.OperatorQuery.ListOperators;
import dev.patchbay.shared.operator.OperatorRenamed;
import dev.patchbay.shared.operator.OperatorRestored;
import dev.patchbay.shared.operator.OperatorUnlinkedFromProject;
import dev.patchbay.shared.project.GoalLanguageChanged;
import dev.patchbay.shared.project.LongPauseThresholdChanged;
import dev.patchbay.shared.project.ProjectDeleted;
import dev.patchbay.shared.project.ProjectDescriptionChanged;
import dev.patchbay.shared.project.ProjectIndustryChanged;
import dev.patchbay.shared.project.ProjectLanguageChanged;
import dev.patchbay.shared.project.ProjectQuery.FindProject;
import dev.patchbay.shared.project.ProjectQuery.FindProjectMembers;
import dev.patchbay.shared.project.ProjectQuery.ListProjects;
import dev.patchbay.shared.project.ProjectRenamed;
import dev.patchbay.shared.project.ProjectRestored;
import dev.patchbay.shared.project.QualityBaselineChanged;
import dev.patchbay.shared.project.QualityBaselineDisabled;
import dev.patchbay.shared.project.QualityBaselineEnabled;
import dev.patchbay.shared.project.RetentionChanged;
import dev.patchbay.shared.project.SummaryLanguageChanged;
import dev.patchbay.shared.project.TranscriptionHintsChanged;
import dev.patchbay.shared.request.FindAcceptedRequest;
import dev.patchbay.shared.request.RequestAccepted;
import dev.patchbay.shared.request.RequestKey;
import dev.patchbay.shared.role.RoleCreated;
import dev.patchbay.shared.role.RoleDeleted;
import dev.patchbay.shared.role.RoleDescriptionChanged;
import dev.patchbay.shared.role.RolePermissionsChanged;
import dev.patchbay.shared.role.RoleQuery.FindRole;
import dev.patchbay.shared.role.RoleQuery.ListRoles;
import dev.patchbay.shared.role.RoleRenamed;
import dev.patchbay.shared.routing.LegBegun;
import dev.patchbay.shared.routing.RouteDecided;
import dev.patchbay.shared.routing.RouteQuery.FindRecordedRoute;
import dev.patchbay.shared.routing.RouteQuery.FindRoute;
import dev.patchbay.shared.routing.RouteQuery.FindRouteOfCall;
import dev.patchbay.shared.routing.RouteQuery.ListHolders;
import dev.patchbay.shared.team.TeamAssignmentLimitChanged;
import dev.patchbay.shared.team.TeamAssignmentTypeChanged;
import dev.patchbay.shared.team.TeamCreated;
import dev.patchbay.shared.team.TeamDeleted;
import dev.patchbay.shared.team.TeamEmojiChanged;
import dev.patchbay.shared.team.TeamQuery.FindTeam;
import dev.patchbay.shared.team.TeamQuery.ListTeams;
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
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumberSummary;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.ListHeldPhoneNumbers;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.ListVirtualNumbers;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import dev.patchbay.shared.virtualnumber.VirtualNumberRenamed;
import dev.patchbay.shared.virtualnumber.VirtualNumberRestored;
import dev.patchbay.shared.virtualnumber.VirtualNumberWithdrawnFromProject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An account from its opening to the deletion of its only project: every kind of event, and every question about it. */
public final class Story {

    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    private Story() {}

    public static List<Event> events() {
        return Stream.of(voice(), MailStory.events(), IdentityStory.events(), ReplayStory.events())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Event> voice() {
        return List.of(
                new AccountOpened(1, "First"),
                new DeadLettersRetried(1, "views"),
                key(1, null),
                project(5, "Sales"),
                key(2, 5L),
                operator(11, "Anna Berg"),
                new OperatorLinkedToProject(11, 5),
                operator(12, "Bob Carr"),
                operator(13, "Carla Dunn"),
                number(7),
                new PhoneNumberClaimed("+15554440007", 7),
                new VirtualNumberAssignedToProject(7, 5),
                new OperatorAttached(7, 11, 0),
                new OperatorAttached(7, 12, 1),
                new OperatorAttached(7, 13, 2),
                new OperatorsReordered(7, List.of(13L, 11L, 12L)),
                new OperatorDetached(7, 11),
                new OperatorAttached(7, 11, 2),
                new OperatorRenamed(12, "Bob Zorn"),
                new OperatorPhoneNumberChanged(12, "+15555559999"),
                new OperatorEmailChanged(12, "bob@example.com"),
                new OperatorDeactivated(12),
                new OperatorActivated(12),
                new CallRecorded(
                        21,
                        1,
                        7,
                        "CA21",
                        "inbound",
                        "+15558884444",
                        "John",
                        "ringing",
                        0,
                        null,
                        false,
                        null,
                        NOON,
                        null),
                new CallReferenceTaken(7, "CA21", 21),
                new CallAnswered(21, 11L),
                new CallEnded(21, 213, NOON.plusSeconds(220)),
                new CallRecorded(
                        22,
                        1,
                        7,
                        null,
                        "outbound",
                        null,
                        null,
                        "missed",
                        0,
                        null,
                        false,
                        null,
                        NOON.minusSeconds(86_400),
                        NOON),
                new CallRecorded(
                        23,
                        1,
                        7,
                        "CA23",
                        "inbound",
                        null,
                        null,
                        "ringing",
                        0,
                        null,
                        true,
                        null,
                        NOON.plusSeconds(901),
                        null),
                new CallReferenceTaken(7, "CA23", 23),
                new CallMissed(23, "busy"),
                new CallOutcomeCorrected(22, "answered", 12L),
                new CallDurationCorrected(22, 61),
                new CallOutcomeCorrected(21, "answered", 12L),
                new CallPeriodCorrected(21, NOON.plusSeconds(1800), NOON.plusSeconds(2020)),
                new CallDirectionCorrected(23, "outbound"),
                new CallPartyCorrected(23, "+15558884445", "Joan"),
                new AiHandlingCorrected(23, false),
                new TranscriptSummarized(21, "A refund."),
                new CallOutcomeCorrected(22, "failed", null),
                new VirtualNumberRenamed(7, null),
                new VirtualNumberDeactivated(7),
                new VirtualNumberActivated(7),
                new RecordingStopped(7),
                new RecordingStarted(7),
                new RoutingStrategyChanged(7, "round_robin"),
                new RingTimeoutChanged(7, 30),
                new RingSecondsChanged(7, 11, 45),
                number(8),
                new FallbackChanged(7, "virtual_number", null, 8L),
                new FallbackLinked(1, 7, 8),
                new RouteDecided(7, 1, 3, 31, "round_robin", List.of(11L, 12L, 13L), "virtual_number"),
                new LegBegun(7, 3, 1),
                new RouteDecided(7, 0, 2, 30, "round_robin", List.of(13L, 11L, 12L), "hangup"),
                new OperatorsReordered(7, List.of(11L, 13L, 12L)),
                new ProjectRenamed(5, "Support"),
                new ProjectLanguageChanged(5, "lt"),
                new ProjectDescriptionChanged(5, "All of it"),
                new ProjectIndustryChanged(5, "Telecom"),
                new GoalLanguageChanged(5, "lt"),
                new SummaryLanguageChanged(5, null),
                new LongPauseThresholdChanged(5, 4),
                new TranscriptionHintsChanged(5, "Patchbay"),
                new RetentionChanged(5, 30),
                new QualityBaselineEnabled(5),
                new QualityBaselineDisabled(5),
                new QualityBaselineChanged(5, 75.0),
                new VirtualNumberWithdrawnFromProject(7, 5),
                new VirtualNumberAssignedToProject(7, 5),
                new RequestAccepted("digest", "fingerprint", 7),
                new RequestAccepted("digest", "another", 8),
                new OperatorDeleted(13),
                new OperatorDetached(7, 13),
                new ProjectDeleted(5),
                new VirtualNumberReleased(7, "+15554440007"),
                new CallRecorded(
                        24,
                        1,
                        7,
                        null,
                        "inbound",
                        "+15558884444",
                        null,
                        "answered",
                        30,
                        13L,
                        false,
                        null,
                        NOON,
                        NOON.plusSeconds(30)),
                new FallbackUnlinked(1, 7),
                new OperatorDetached(7, 12),
                new PhoneNumberFreed("+15554440007", 7),
                new ApiKeyRevoked(2),
                new OperatorUnlinkedFromProject(11, 5),
                new NameClaimed(1, "role", "Supervisor", 41),
                new RoleCreated(41, 1, "Supervisor", "Leads.", List.of("teams:manage", "users:manage")),
                new RoleCreated(42, 1, "Reader", "", List.of("ai:manage")),
                new TeamCreated(51, 1, "Sales", null, "Manual", "", 0),
                new TeamCreated(52, 1, "Support", "S", "Round robin", "UTC", 3),
                new AgentCreated(
                        61, 1, "ada@example.com", "Ada", "Lovelace", true, List.of(41L, 42L), List.of(51L, 52L)),
                new AgentCreated(62, 1, "bob@example.com", "Bob", "", false, List.of(42L), List.of()),
                new AvailabilityChanged(61, "online", false),
                new AgentKeyIssued(61, "key"),
                new AgentRenamed(61, "Ada", "King"),
                new AgentEmailChanged(61, "king@example.com"),
                new AgentDisabled(61),
                new AgentEnabled(61),
                new RoleWithdrawn(61, 42),
                new RoleGranted(62, 41),
                new TeamLeft(61, 52),
                new TeamJoined(62, 52),
                new AvailabilityChanged(61, "away_manual", false),
                new AvailabilityChanged(62, "away", true),
                new RoleRenamed(41, "Head"),
                new RoleDescriptionChanged(41, ""),
                new RolePermissionsChanged(41, List.of("ai:manage", "users:manage")),
                new TeamRenamed(51, "Selling"),
                new TeamEmojiChanged(51, "T"),
                new TeamAssignmentTypeChanged(51, "Round robin"),
                new TeamTimezoneChanged(51, "Europe/Vilnius"),
                new TeamAssignmentLimitChanged(51, 7),
                new AgentKeyRevoked(61),
                new TeamDeleted(52),
                new TeamLeft(62, 52),
                new RoleDeleted(42),
                new RoleWithdrawn(62, 42),
                new NameFreed(1, "role", "Reader", 42),
                new AgentDeleted(62, List.of(41L), List.of()),
                new ProjectRestored(5),
                new OperatorRestored(13),
                new VirtualNumberRestored(7, "+15554440007", 8L),
                new PhoneNumberClaimed("+15554440007", 7),
                new VirtualNumberWithdrawnFromProject(7, 5),
                new OperatorAttached(7, 13, 1),
                new OperatorDeleted(13),
                new OperatorDetached(7, 13));
    }

    public static List<Query<?>> questions(Moment moment) {
        return Stream.of(
                        voice(moment),
                        MailStory.questions(moment),
                        IdentityStory.questions(moment),
                        ReplayStory.questions(moment),
                        audit(moment),
                        exports(moment))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Query<?>> audit(Moment moment) {
        Scope account = new Scope(1, null);
        Scope project = new Scope(1, 5L);
        Part newest = new Part(null, false, 3);
        Who somebody = new Who("api_key", 5L);
        return List.of(
                new ListAuditEntries(AuditFilter.ANY, newest, account, moment),
                new ListAuditEntries(AuditFilter.ANY, new Part(100L, false, 2), project, moment),
                new ListAuditEntries(
                        new AuditFilter(
                                somebody,
                                null,
                                null,
                                "OperatorRenamed",
                                5L,
                                null,
                                "203.0.113.7",
                                "name",
                                "anna",
                                1,
                                Long.MAX_VALUE),
                        newest,
                        account,
                        moment),
                new ListAuditEntries(
                        new AuditFilter(
                                null, null, null, "CallRecorded", null, null, null, null, null, 1, Long.MAX_VALUE),
                        newest,
                        account,
                        moment),
                new ListAuditEntries(
                        new AuditFilter(
                                null, Kind.OPERATOR, "11", null, null, "req-1", null, null, null, 1, Long.MAX_VALUE),
                        newest,
                        account,
                        moment),
                new ListAuditEntries(
                        new AuditFilter(null, null, null, null, null, "req-1", null, null, null, 1, Long.MAX_VALUE),
                        newest,
                        project,
                        moment),
                new ListHistory(Kind.OPERATOR, Which.numbered(11), AuditFilter.ANY, newest, account, moment),
                new ListHistory(Kind.VIRTUAL_NUMBER, Which.numbered(7), AuditFilter.ANY, newest, project, moment),
                new ListHistory(
                        Kind.IDENTITY, Which.known(IdentityStory.IDENTITY), AuditFilter.ANY, newest, account, moment),
                new FindDifference(Kind.VIRTUAL_NUMBER, Which.numbered(7), 5, 50, account, moment),
                new FindDifference(Kind.OPERATOR, Which.numbered(11), 5, 50, project, moment),
                new FindBlame(Kind.VIRTUAL_NUMBER, Which.numbered(7), account, moment),
                new FindBlame(Kind.AGENT, Which.numbered(61), account, moment),
                new FindBlame(Kind.OPERATOR, Which.numbered(11), project, moment));
    }

    private static List<Query<?>> exports(Moment moment) {
        return Arrays.stream(Dataset.values())
                .filter(dataset -> dataset != Dataset.EVENTS)
                .<Query<?>>map(dataset -> new ListRows(dataset, 1, 1, null, 100, moment))
                .toList();
    }

    private static List<Query<?>> voice(Moment moment) {
        Page page = new Page(1, 2);
        Scope account = new Scope(1, null);
        Scope project = new Scope(1, 5L);
        return List.of(
                new FindAccount(1, moment),
                new ListAccounts(null, moment),
                new ListAccounts(page, moment),
                new FindApiKey(2, moment),
                new ListApiKeys(1, null, moment),
                new ListApiKeys(1, page, moment),
                new FindOperator(13, account, moment),
                new FindOperator(11, project, moment),
                new ListOperators(account, null, moment),
                new ListOperators(account, page, moment),
                new ListOperators(project, page, moment),
                new ListNumbersOfOperator(11, moment),
                new FindProject(5, account, moment),
                new FindProject(5, project, moment),
                new ListProjects(account, page, moment),
                new ListProjects(project, page, moment),
                new FindProjectMembers(5, moment),
                new FindCorrections(21, moment),
                new FindCall(21, account, moment),
                new FindCall(22, project, moment),
                new ListCalls(everything(), null, 2, account, moment),
                new ListCalls(
                        everything(), new CallPage.Next(1_000, NOON.getEpochSecond() + 1, 21), 2, project, moment),
                new ListCalls(new CallFilter(7L, null, null, null, null, null, null), null, 2, account, moment),
                new ListCalls(new CallFilter(null, 12L, 5L, null, null, null, null), null, 2, account, moment),
                new ListCalls(
                        new CallFilter(
                                null, null, 5L, CallStatus.MISSED, CallDirection.OUTBOUND, NOON, NOON.plusSeconds(1)),
                        null,
                        2,
                        project,
                        moment),
                new ListCalls(
                        new CallFilter(null, null, null, CallStatus.FAILED, null, null, null),
                        null,
                        2,
                        account,
                        moment),
                new ListCalls(
                        new CallFilter(null, null, null, null, CallDirection.OUTBOUND, null, null),
                        new CallPage.Next(1_000, NOON.getEpochSecond() + 1, 21),
                        2,
                        account,
                        moment),
                new ListCalls(
                        new CallFilter(7L, null, null, CallStatus.FAILED, null, null, null), null, 2, project, moment),
                new ListCalls(new CallFilter(null, null, 5L, null, null, null, null), null, 2, account, moment),
                new ListCalls(
                        new CallFilter(7L, 12L, null, CallStatus.MISSED, CallDirection.INBOUND, NOON, null),
                        null,
                        2,
                        project,
                        moment),
                new ListKnownReferences(
                        List.of(
                                new CallReferenceId(new VirtualNumberId(7), new ExternalId("CA23")),
                                new CallReferenceId(new VirtualNumberId(7), new ExternalId("CA21"))),
                        moment),
                new FindCalledNumber(7, account, moment),
                new FindCalledNumber(7, project, moment),
                new FindCalledOperator(13, account, moment),
                new FindCalledOperator(11, project, moment),
                new FindCalledProject(5, account, moment),
                new FindCalledProject(5, project, moment),
                new FindVirtualNumberStatistics(7, always(null), account, moment),
                new FindVirtualNumberStatistics(7, always(Bucket.HOUR), account, moment),
                new FindVirtualNumberStatistics(7, period(Bucket.DAY), project, moment),
                new FindOperatorStatistics(12, always(null), account, moment),
                new FindOperatorStatistics(11, period(Bucket.WEEK), project, moment),
                new FindProjectStatistics(5, always(null), account, moment),
                new FindProjectStatistics(5, always(Bucket.MONTH), account, moment),
                new FindProjectStatistics(5, period(null), project, moment),
                new FindVirtualNumber(7, account, moment),
                new FindVirtualNumber(7, project, moment),
                new FindVirtualNumberSummary(7, account, moment),
                new ListVirtualNumbers(account, null, moment),
                new ListVirtualNumbers(account, page, moment),
                new ListVirtualNumbers(project, page, moment),
                new ListHeldPhoneNumbers(Set.of("+15554440007"), moment),
                new FindRoute(7, null, account, moment),
                new FindRoute(7, 4L, project, moment),
                new FindRecordedRoute(7, 1, moment),
                new FindRouteOfCall(2, 7, moment),
                new ListHolders("+15554440007", moment),
                new FindAcceptedRequest(new RequestKey("digest"), moment),
                new FindAgent(61, 1, moment),
                new FindAgentAuthority(61, moment),
                new ListAgents(1, moment),
                new ListKnownEmails(1, Set.of("king@example.com", "ada@example.com"), moment),
                new ListAgentsWithRole(42, moment),
                new ListMembersOfTeam(52, moment),
                new ListAgentsAtWork(moment),
                new FindTeam(51, 1, moment),
                new ListTeams(1, moment),
                new FindRole(41, 1, moment),
                new ListRoles(1, moment),
                new ListActivities(1, ActivityFilter.NONE, ActivityField.CREATED_AT, true, page, moment),
                new ListActivities(1, filter(), ActivityField.ACTIVITY_TYPE, false, page, moment));
    }

    private static ActivityFilter filter() {
        return new ActivityFilter(
                true,
                List.of(new Comparison(ActivityField.ACTIVITY_TYPE, Operator.CONTAINS, List.of("AGENT"))),
                List.of());
    }

    private static CallFilter everything() {
        return new CallFilter(null, null, null, null, null, null, null);
    }

    private static Period always(Bucket bucket) {
        return new Period(null, null, bucket, ZoneId.of("Europe/Vilnius"));
    }

    private static Period period(Bucket bucket) {
        return new Period(NOON.minusSeconds(90_001), NOON.plusSeconds(1000), bucket, ZoneId.of("Asia/Kathmandu"));
    }
}
