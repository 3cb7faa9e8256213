package dev.patchbay.rest.agent.imports;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.bus.Attempts;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.agent.AgentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.CommandExecutionException;

/** The rows of a table on their way into the account, some at a time: what is wrong with one harms no other. */
final class Import {
    private static final int ROWS_AT_ONCE = 100;

    private final Decisions decisions;
    private final KnownAgents known;
    private final Provenance provenance;
    private final Journal journal;

    /** Under which ids rows were decided: that there was no answer does not mean that nobody was taken in. */
    private final Map<Row, List<AgentId>> decided = new HashMap<>();

    Import(Decisions decisions, KnownAgents known, Provenance provenance, Journal journal) {
        this.decisions = decisions;
        this.known = known;
        this.provenance = provenance;
        this.journal = journal;
    }

    /** Takes in all rows, or those until it is told to stop or nobody answers any more; whether it was all. */
    boolean run(Table table, BooleanSupplier stopped) throws InvalidTable {
        for (List<Row> rows = table.next(ROWS_AT_ONCE); !rows.isEmpty(); rows = table.next(ROWS_AT_ONCE)) {
            if (stopped.getAsBoolean() || !takeIn(rows)) {
                return false;
            }
        }
        return true;
    }

    /** All in one commit, if nothing is against it; else one by one, so that only the row to blame fails. */
    private boolean takeIn(List<Row> rows) {
        decided.clear();
        try {
            decide(rows);
            return true;
        } catch (CommandExecutionException | Problem refused) {
            if (Attempts.isUnanswered(refused)) {
                rows.forEach(row -> journal.failed(row, why(refused)));
                return false;
            }
            rows.forEach(this::takeIn);
            return true;
        }
    }

    private void takeIn(Row row) {
        try {
            decide(List.of(row));
        } catch (CommandExecutionException | Problem refused) {
            journal.failed(row, why(refused));
        }
    }

    private void decide(List<Row> rows) {
        for (Verdict verdict : Attempts.patiently(() -> attempt(rows))) {
            Newcomer newcomer = verdict.newcomer();
            if (newcomer == null) {
                journal.failed(verdict.row(), verdict.against());
            } else {
                journal.created(verdict.row(), newcomer);
            }
        }
    }

    private List<Verdict> attempt(List<Row> rows) {
        List<Verdict> verdicts = known.read(rows);
        Set<String> taken = known.emails(verdicts);
        Set<String> seen = new HashSet<>();
        List<Verdict> settled = new ArrayList<>();
        List<Command> creations = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Newcomer newcomer = verdict.newcomer();
            if (newcomer == null) {
                settled.add(verdict);
                continue;
            }
            String email = newcomer.email().value();
            boolean free = !taken.contains(email);
            boolean wanted = seen.add(email) && (free || known.isAnyOf(decidedBefore(verdict.row()), email));
            settled.add(wanted ? verdict : Verdict.against(verdict.row(), KnownAgents.EXISTS));
            if (wanted && free) {
                creations.add(creation(verdict.row(), newcomer));
            }
        }
        if (!creations.isEmpty()) {
            decisions.decide(Together.of(creations), provenance);
        }
        return settled;
    }

    private Command creation(Row row, Newcomer newcomer) {
        AgentId id = new AgentId(decisions.allocate(Kind.AGENT, provenance));
        decided.computeIfAbsent(row, first -> new ArrayList<>()).add(id);
        return newcomer.creation(id, new AccountId(provenance.accountId()));
    }

    private List<AgentId> decidedBefore(Row row) {
        return decided.getOrDefault(row, List.of());
    }

    private static String why(RuntimeException refused) {
        return Refusal.in(refused)
                .map(refusal -> switch (refusal.reason()) {
                    case TAKEN -> KnownAgents.EXISTS;
                    case UNAVAILABLE -> "the log cannot be written at the moment";
                    default -> "others keep changing this at the same time";
                })
                .orElse("no answer in time, whether the agent was created is not known");
    }
}
