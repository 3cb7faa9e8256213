package dev.patchbay.server;

import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.agent.AgentCommand.AssignRoles;
import dev.patchbay.shared.agent.AgentCommand.CreateAgent;
import dev.patchbay.shared.agent.AgentCommand.EnableAgent;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentQuery.FindAgent;
import dev.patchbay.shared.agent.AgentQuery.ListAgents;
import dev.patchbay.shared.agent.AgentSummary;
import dev.patchbay.shared.agent.AgentView;
import dev.patchbay.shared.agent.PersonName;
import dev.patchbay.shared.role.BuiltInRole;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.role.RoleQuery.ListRoles;
import dev.patchbay.shared.role.RoleView;
import dev.patchbay.shared.text.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whoever in an account may do everything: mostly who has the address that is set for that. */
final class Administrator {

    private static final Logger LOG = LoggerFactory.getLogger(Administrator.class);

    private final AccountId account;
    private final EmailAddress address;
    private final Decisions decisions;
    private final Questions questions;

    Administrator(AccountId account, EmailAddress address, Decisions decisions, Questions questions) {
        this.account = account;
        this.address = address;
        this.decisions = decisions;
        this.questions = questions;
    }

    /** Whoever has the address is made able to do everything; or somebody new is, who takes nobody's keys away. */
    AgentId find(List<Command> commands, Provenance provenance) {
        return holder().map(agent -> empowered(agent, commands)).orElseGet(() -> made(commands, provenance));
    }

    /** The same for an agent of the account, at whatever address. */
    AgentId empower(AgentId id, List<Command> commands) {
        AgentView agent = view(id.value());
        if (!agent.email().equals(address.value())) {
            LOG.warn("the keys in the settings are those of {}, who is not at the address in the settings", id);
        }
        return empowered(agent, commands);
    }

    private Optional<AgentView> holder() {
        return summaries()
                .filter(this::isAtAddress)
                .map(AgentSummary::id)
                .map(this::view)
                .findFirst();
    }

    private AgentId empowered(AgentView agent, List<Command> commands) {
        AgentId id = new AgentId(agent.id());
        Map<String, RoleId> roles = roles();
        commands.add(new EnableAgent(id));
        commands.add(new AssignRoles(
                id,
                Stream.concat(agent.roles().stream(), Stream.of(BuiltInRole.ADMIN.title()))
                        .map(roles::get)
                        .collect(Collectors.toSet())));
        return id;
    }

    private AgentId made(List<Command> commands, Provenance provenance) {
        AgentId id = new AgentId(decisions.allocate(Kind.AGENT, provenance));
        RoleId admin = Objects.requireNonNull(roles().get(BuiltInRole.ADMIN.title()), "every account has the role");
        PersonName name = new PersonName(BuiltInRole.ADMIN.title(), "");
        commands.add(new CreateAgent(id, account, address, name, true, Set.of(admin), Set.of()));
        return id;
    }

    private boolean isAtAddress(AgentSummary agent) {
        return agent.email().equals(address.value());
    }

    private Stream<AgentSummary> summaries() {
        return questions.ask(new ListAgents(account.value(), Moment.head())).found().orElseThrow().stream();
    }

    private AgentView view(long agent) {
        return questions
                .ask(new FindAgent(agent, account.value(), Moment.head()))
                .found()
                .orElseThrow();
    }

    private Map<String, RoleId> roles() {
        return questions.ask(new ListRoles(account.value(), Moment.head())).found().orElseThrow().stream()
                .collect(Collectors.toMap(RoleView::name, role -> new RoleId(role.id())));
    }
}
