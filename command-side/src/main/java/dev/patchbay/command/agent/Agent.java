package dev.patchbay.command.agent;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.patchbay.command.claim.Names;
import dev.patchbay.command.role.Roles;
import dev.patchbay.command.team.Teams;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.agent.AgentCommand.AssignRoles;
import dev.patchbay.shared.agent.AgentCommand.AssignTeams;
import dev.patchbay.shared.agent.AgentCommand.ChangeAgentEmail;
import dev.patchbay.shared.agent.AgentCommand.ChangeAvailability;
import dev.patchbay.shared.agent.AgentCommand.CreateAgent;
import dev.patchbay.shared.agent.AgentCommand.DeleteAgent;
import dev.patchbay.shared.agent.AgentCommand.DisableAgent;
import dev.patchbay.shared.agent.AgentCommand.EnableAgent;
import dev.patchbay.shared.agent.AgentCommand.IssueAgentKey;
import dev.patchbay.shared.agent.AgentCommand.LeaveTeam;
import dev.patchbay.shared.agent.AgentCommand.RenameAgent;
import dev.patchbay.shared.agent.AgentCommand.RevokeAgentKey;
import dev.patchbay.shared.agent.AgentCommand.WithdrawRole;
import dev.patchbay.shared.agent.AgentCreated;
import dev.patchbay.shared.agent.AgentDeleted;
import dev.patchbay.shared.agent.AgentDisabled;
import dev.patchbay.shared.agent.AgentEmailChanged;
import dev.patchbay.shared.agent.AgentEnabled;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentKeyIssued;
import dev.patchbay.shared.agent.AgentKeyRevoked;
import dev.patchbay.shared.agent.AgentRenamed;
import dev.patchbay.shared.agent.Availability;
import dev.patchbay.shared.agent.AvailabilityChanged;
import dev.patchbay.shared.agent.PersonName;
import dev.patchbay.shared.agent.RoleGranted;
import dev.patchbay.shared.agent.RoleWithdrawn;
import dev.patchbay.shared.agent.TeamJoined;
import dev.patchbay.shared.agent.TeamLeft;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.team.TeamId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A person who works on conversations, with what that person may do. */
@Aggregate
class Agent {

    @AggregateIdentifier
    private AgentId id;

    private long account;
    private String email;
    private PersonName name;
    private boolean enabled;
    private Availability availability = Availability.OFFLINE;
    private Set<Long> roles = Set.of();
    private Set<Long> teams = Set.of();
    private @Nullable String apiKey;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(CreateAgent command, Names names, Roles existingRoles, Teams existingTeams) {
        long owner = command.account().value();
        command.roles().forEach(role -> existingRoles.requireThere(role, owner));
        command.teams().forEach(team -> existingTeams.requireThere(team, owner));
        names.claim(Kind.AGENT, owner, command.email().value(), command.id().value());
        apply(new AgentCreated(
                command.id().value(),
                owner,
                command.email().value(),
                command.name().first(),
                command.name().last(),
                command.enabled(),
                command.roles().stream().map(RoleId::value).sorted().toList(),
                command.teams().stream().map(TeamId::value).sorted().toList()));
    }

    @CommandHandler
    void decide(RenameAgent command) {
        String first = Objects.requireNonNullElse(command.firstName(), name.first());
        String last = Objects.requireNonNullElse(command.lastName(), name.last());
        if (!name.equals(new PersonName(first, last))) {
            apply(new AgentRenamed(id.value(), first, last));
        }
    }

    @CommandHandler
    void decide(ChangeAgentEmail command, Names names) {
        String wanted = command.email().value();
        if (!wanted.equals(email)) {
            names.exchange(Kind.AGENT, account, email, wanted, id.value());
            apply(new AgentEmailChanged(id.value(), wanted));
        }
    }

    @CommandHandler
    void decide(EnableAgent command) {
        if (!enabled) {
            apply(new AgentEnabled(id.value()));
        }
    }

    @CommandHandler
    void decide(DisableAgent command) {
        if (enabled) {
            apply(new AgentDisabled(id.value()));
        }
    }

    @CommandHandler
    void decide(AssignRoles command, Roles existing) {
        Set<Long> wanted = command.roles().stream().map(RoleId::value).collect(Collectors.toSet());
        without(roles, wanted).forEach(role -> apply(new RoleWithdrawn(id.value(), role)));
        without(wanted, roles).forEach(role -> {
            existing.requireThere(new RoleId(role), account);
            apply(new RoleGranted(id.value(), role));
        });
    }

    @CommandHandler
    void decide(WithdrawRole command) {
        if (roles.contains(command.role().value())) {
            apply(new RoleWithdrawn(id.value(), command.role().value()));
        }
    }

    @CommandHandler
    void decide(AssignTeams command, Teams existing) {
        Set<Long> wanted = command.teams().stream().map(TeamId::value).collect(Collectors.toSet());
        without(teams, wanted).forEach(team -> apply(new TeamLeft(id.value(), team)));
        without(wanted, teams).forEach(team -> {
            existing.requireThere(new TeamId(team), account);
            apply(new TeamJoined(id.value(), team));
        });
    }

    @CommandHandler
    void decide(LeaveTeam command) {
        if (teams.contains(command.team().value())) {
            apply(new TeamLeft(id.value(), command.team().value()));
        }
    }

    @CommandHandler
    void decide(ChangeAvailability command) {
        boolean kept = command.automatic() && availability.isManual();
        if (command.availability() != availability && !kept) {
            apply(new AvailabilityChanged(id.value(), command.availability().word(), command.automatic()));
        }
    }

    @CommandHandler
    void decide(IssueAgentKey command) {
        if (!command.apiKey().equals(apiKey)) {
            apply(new AgentKeyIssued(id.value(), command.apiKey()));
        }
    }

    @CommandHandler
    void decide(RevokeAgentKey command) {
        if (apiKey != null) {
            apply(new AgentKeyRevoked(id.value()));
        }
    }

    @CommandHandler
    void decide(DeleteAgent command, Names names) {
        names.free(Kind.AGENT, account, email, id.value());
        apply(new AgentDeleted(
                id.value(),
                roles.stream().sorted().toList(),
                teams.stream().sorted().toList()));
    }

    private static List<Long> without(Set<Long> some, Set<Long> others) {
        return some.stream().filter(each -> !others.contains(each)).sorted().toList();
    }

    @EventSourcingHandler
    void evolve(AgentCreated event) {
        id = new AgentId(event.agentId());
        account = event.accountId();
        email = event.email();
        name = new PersonName(event.firstName(), event.lastName());
        enabled = event.enabled();
        roles = Set.copyOf(event.roleIds());
        teams = Set.copyOf(event.teamIds());
    }

    @EventSourcingHandler
    void evolve(AgentRenamed event) {
        name = new PersonName(event.firstName(), event.lastName());
    }

    @EventSourcingHandler
    void evolve(AgentEmailChanged event) {
        email = event.email();
    }

    @EventSourcingHandler
    void evolve(AgentEnabled event) {
        enabled = true;
    }

    @EventSourcingHandler
    void evolve(AgentDisabled event) {
        enabled = false;
    }

    @EventSourcingHandler
    void evolve(RoleGranted event) {
        roles = with(roles, event.roleId());
    }

    @EventSourcingHandler
    void evolve(RoleWithdrawn event) {
        roles = Set.copyOf(without(roles, Set.of(event.roleId())));
    }

    @EventSourcingHandler
    void evolve(TeamJoined event) {
        teams = with(teams, event.teamId());
    }

    @EventSourcingHandler
    void evolve(TeamLeft event) {
        teams = Set.copyOf(without(teams, Set.of(event.teamId())));
    }

    @EventSourcingHandler
    void evolve(AvailabilityChanged event) {
        availability = Availability.named(event.availability());
    }

    @EventSourcingHandler
    void evolve(AgentKeyIssued event) {
        apiKey = event.apiKey();
    }

    @EventSourcingHandler
    void evolve(AgentKeyRevoked event) {
        apiKey = null;
    }

    @EventSourcingHandler
    void evolve(AgentDeleted event) {
        markDeleted();
    }

    private static Set<Long> with(Set<Long> some, long another) {
        return Stream.concat(some.stream(), Stream.of(another)).collect(Collectors.toUnmodifiableSet());
    }

    Agent() {}
}
