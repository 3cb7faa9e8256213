package dev.patchbay.server;

import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.caller.AgentCredentials.Pair;
import dev.patchbay.rest.exchange.NewKeyPair;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.server.store.StoredAgentCredentials;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.account.AccountQuery.ListAccounts;
import dev.patchbay.shared.account.AccountView;
import dev.patchbay.shared.agent.AgentAuthority;
import dev.patchbay.shared.agent.AgentCommand.IssueAgentKey;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentQuery.FindAgentAuthority;
import dev.patchbay.shared.role.BuiltInRole;
import dev.patchbay.shared.role.RoleCommand.CreateRole;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.role.RoleQuery.ListRoles;
import dev.patchbay.shared.role.RoleView;
import dev.patchbay.shared.text.EmailAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An agent of the first account who may do everything. Made at the first start, with the pair of keys that is set or with one that
 * is shown once; given another pair at the next start when the server died before it had shown the first to anyone. As long as a
 * pair is set every start sees to it that it opens everything, so that whoever runs the server can always come in.
 */
@Component
@ConditionalOnRole(Role.API)
class FirstAgent {

    private static final AccountId FIRST_ACCOUNT = new AccountId(1);

    private final ServerSettings settings;
    private final StoredAgentCredentials credentials;
    private final Decisions decisions;
    private final Questions questions;
    private @Nullable NewKeyPair issued;

    FirstAgent(ServerSettings settings, StoredAgentCredentials credentials, Decisions decisions, Questions questions) {
        this.settings = settings;
        this.credentials = credentials;
        this.decisions = decisions;
        this.questions = questions;
    }

    void letIn() {
        NewKeyPair set = settings.adminPair();
        boolean isFirst = !credentials.isAnyAnnounced();
        if (set == null && !isFirst) {
            return;
        }
        Provenance provenance = Provenance.system(UUID.randomUUID().toString());
        if (isFirst) {
            questions.ask(new ListAccounts(null, Moment.head())).found().orElseThrow().entries().stream()
                    .map(AccountView::id)
                    .forEach(this::equip);
        }
        NewKeyPair pair = set == null ? NewKeyPair.random() : set;
        List<Command> commands = new ArrayList<>();
        Administrator administrator =
                new Administrator(FIRST_ACCOUNT, new EmailAddress(settings.adminEmail()), decisions, questions);
        AgentId id = holder(pair.apiKey())
                .map(agent -> administrator.empower(agent, commands))
                .orElseGet(() -> administrator.find(commands, provenance));
        commands.add(new IssueAgentKey(id, pair.apiKey()));
        credentials.store(id.value(), pair.apiKey(), pair.digest());
        decisions.decide(Together.of(commands), provenance);
        if (set == null) {
            issued = pair;
        } else {
            credentials.announced(pair.apiKey());
        }
    }

    /** Shows the pair, if it was made up at this start, and never again. */
    void announce(Consumer<NewKeyPair> listener) {
        if (issued != null) {
            listener.accept(issued);
            credentials.announced(issued.apiKey());
            issued = null;
        }
    }

    /** An account that was opened before there were roles gets those that every account has. */
    private void equip(long account) {
        if (roles(account).isEmpty()) {
            Provenance provenance = Provenance.system(account, UUID.randomUUID().toString());
            List<Command> commands = Arrays.stream(BuiltInRole.values())
                    .<Command>map(role -> CreateRole.builtIn(
                            new RoleId(decisions.allocate(Kind.ROLE, provenance)), new AccountId(account), role))
                    .toList();
            decisions.decide(Together.of(commands), provenance);
        }
    }

    /** Whose key it is already: nobody's key becomes another one's. */
    private Optional<AgentId> holder(String apiKey) {
        return credentials
                .find(apiKey)
                .map(Pair::agentId)
                .filter(agent -> isHeldBy(agent, apiKey))
                .map(AgentId::new);
    }

    private boolean isHeldBy(long agent, String apiKey) {
        Optional<AgentAuthority> holder = questions
                .ask(new FindAgentAuthority(agent, Moment.head()))
                .found()
                .filter(authority -> apiKey.equals(authority.apiKey()));
        if (holder.filter(authority -> authority.accountId() != FIRST_ACCOUNT.value())
                .isPresent()) {
            throw new IllegalStateException(
                    "patchbay.admin.api.key (PATCHBAY_ADMIN_API_KEY) is the key of an agent of another account");
        }
        return holder.isPresent();
    }

    private List<RoleView> roles(long account) {
        return questions.ask(new ListRoles(account, Moment.head())).found().orElseThrow();
    }
}
