package dev.patchbay.rest.agent.imports;

import dev.patchbay.rest.agent.Assignments;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentQuery.ListKnownEmails;
import dev.patchbay.shared.text.InvalidText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandExecutionException;

/** The rows of a table on their way into the account, some at a time: what is wrong with one harms no other. */
final class Import {
    private static final int ROWS_AT_ONCE = 100;

    private final Decisions decisions;
    private final Questions questions;
    private final Provenance provenance;
    private final Journal journal;

    Import(Decisions decisions, Questions questions, Provenance provenance, Journal journal) {
        this.decisions = decisions;
        this.questions = questions;
        this.provenance = provenance;
        this.journal = journal;
    }

    /** Takes in all rows, or those until it is told to stop. */
    void run(Table table, BooleanSupplier stopped) throws InvalidTable {
        for (List<Row> rows = table.next(ROWS_AT_ONCE); !rows.isEmpty(); rows = table.next(ROWS_AT_ONCE)) {
            if (stopped.getAsBoolean()) {
                return;
            }
            takeIn(rows);
        }
    }

    /** All in one commit, if nothing is against it; else one by one, so that only the row to blame fails. */
    private void takeIn(List<Row> rows) {
        Map<Row, Newcomer> good = new LinkedHashMap<>();
        Map<Row, String> bad = sort(rows, good);
        if (!good.isEmpty()) {
            try {
                decisions.decide(new Together(creations(good), null), provenance);
            } catch (CommandExecutionException | Problem refused) {
                if (rows.size() > 1) {
                    rows.forEach(row -> takeIn(List.of(row)));
                    return;
                }
                good.keySet().forEach(row -> bad.put(row, why(refused)));
            }
        }
        for (Row row : rows) {
            Newcomer newcomer = good.get(row);
            String why = bad.get(row);
            if (newcomer != null && why == null) {
                journal.created(row, newcomer);
            } else {
                journal.failed(row, String.valueOf(why));
            }
        }
    }

    /** Tells the rows that are agents from those that are not, and says why. */
    private Map<Row, String> sort(List<Row> rows, Map<Row, Newcomer> good) {
        Assignments assignments = Assignments.of(questions, provenance.accountId(), Moment.head());
        Map<Row, String> bad = new LinkedHashMap<>();
        for (Row row : rows) {
            try {
                good.put(row, Newcomer.of(row, assignments));
            } catch (InvalidText e) {
                bad.put(row, String.valueOf(e.getMessage()));
            }
        }
        Set<String> known = new HashSet<>(known(good));
        for (Map.Entry<Row, Newcomer> each : List.copyOf(good.entrySet())) {
            if (!known.add(each.getValue().email().value())) {
                good.remove(each.getKey());
                bad.put(each.getKey(), "email already exists");
            }
        }
        return bad;
    }

    private Set<String> known(Map<Row, Newcomer> newcomers) {
        Set<String> emails = newcomers.values().stream()
                .map(newcomer -> newcomer.email().value())
                .collect(Collectors.toSet());
        return emails.isEmpty()
                ? Set.of()
                : questions
                        .ask(new ListKnownEmails(provenance.accountId(), emails, Moment.head()))
                        .found()
                        .orElseThrow();
    }

    private List<Command> creations(Map<Row, Newcomer> newcomers) {
        List<Command> commands = new ArrayList<>();
        for (Newcomer newcomer : newcomers.values()) {
            AgentId id = new AgentId(decisions.allocate(Kind.AGENT, provenance));
            commands.add(newcomer.creation(id, new AccountId(provenance.accountId())));
        }
        return commands;
    }

    private static String why(RuntimeException refused) {
        return Refusal.in(refused)
                .map(refusal -> switch (refusal.reason()) {
                    case TAKEN -> "email already exists";
                    case UNAVAILABLE -> "the log cannot be written at the moment";
                    default -> "others keep changing this at the same time";
                })
                .orElse("no answer in time");
    }
}
