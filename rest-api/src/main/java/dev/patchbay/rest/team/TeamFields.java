package dev.patchbay.rest.team;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.request.Members;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.team.AssignmentType;
import dev.patchbay.shared.team.TeamCommand;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamAssignmentLimit;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamAssignmentType;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamEmoji;
import dev.patchbay.shared.team.TeamCommand.ChangeTeamTimezone;
import dev.patchbay.shared.team.TeamCommand.CreateTeam;
import dev.patchbay.shared.team.TeamCommand.RenameTeam;
import dev.patchbay.shared.team.TeamCommand.Settings;
import dev.patchbay.shared.team.TeamId;
import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a body says about a team. */
record TeamFields(String name, Settings settings) {
    private static final String TYPE = "conversation_assignment_type";
    private static final String LIMIT = "max_auto_assigned_conversations";
    private static final int LONGEST_NAME = 140;
    private static final int LONGEST_EMOJI = 50;

    /** All of a team; what is not said is as good as nothing. */
    static TeamFields whole(Members members) {
        String name = name(members).orElseThrow(() -> Envelope.empty("name"));
        AssignmentType type = type(members).orElseThrow(() -> Envelope.empty(TYPE));
        refuseUnknownReferences(members);
        return new TeamFields(
                name,
                new Settings(
                        emoji(members).orElse(null), type, timezone(members).orElse(""), (int)
                                limit(members).orElse(0)));
    }

    /** What is to become of a team; of all else nothing is said, because others may change it meanwhile. */
    static List<TeamCommand> changes(TeamId id, Members members) {
        refuseUnknownReferences(members);
        List<TeamCommand> changes = new ArrayList<>();
        if (members.has("name")) {
            changes.add(new RenameTeam(id, name(members).orElseThrow(() -> Envelope.empty("name"))));
        }
        if (members.has("emoji")) {
            changes.add(new ChangeTeamEmoji(id, emoji(members).orElse(null)));
        }
        if (members.has(TYPE)) {
            changes.add(new ChangeTeamAssignmentType(id, type(members).orElseThrow(() -> Envelope.empty(TYPE))));
        }
        if (members.has("timezone")) {
            changes.add(new ChangeTeamTimezone(id, timezone(members).orElse("")));
        }
        limit(members).ifPresent(limit -> changes.add(new ChangeTeamAssignmentLimit(id, (int) limit)));
        return changes;
    }

    CreateTeam creation(TeamId id, AccountId account) {
        return new CreateTeam(id, account, name, settings);
    }

    List<TeamCommand> replacement(TeamId id) {
        return List.of(
                new RenameTeam(id, name),
                new ChangeTeamEmoji(id, settings.emoji()),
                new ChangeTeamAssignmentType(id, settings.assignmentType()),
                new ChangeTeamTimezone(id, settings.timezone()),
                new ChangeTeamAssignmentLimit(id, settings.assignmentLimit()));
    }

    private static Optional<String> name(Members members) {
        return members.text("name", text -> Texts.line(text, LONGEST_NAME));
    }

    private static Optional<String> emoji(Members members) {
        return members.text("emoji", text -> Texts.line(text, LONGEST_EMOJI));
    }

    private static Optional<AssignmentType> type(Members members) {
        return members.text(TYPE)
                .filter(word -> !word.isEmpty())
                .map(word -> AssignmentType.of(word).orElseThrow(() -> Envelope.invalid(TYPE)));
    }

    private static Optional<String> timezone(Members members) {
        return members.text("timezone", TeamFields::knownZone);
    }

    private static OptionalLong limit(Members members) {
        return members.integer(LIMIT, 0, Integer.MAX_VALUE);
    }

    private static String knownZone(String text) throws InvalidText {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new InvalidText("is not a time zone");
        }
        return text;
    }

    /** There are no such things, so none can be meant. */
    private static void refuseUnknownReferences(Members members) {
        for (String name : List.of("business_hours_id", "sla_policy_id")) {
            if (members.has(name)) {
                throw Envelope.invalid(name);
            }
        }
    }
}
