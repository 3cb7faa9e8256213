package dev.patchbay.rest.agent.imports;

import dev.patchbay.rest.agent.Assignments;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentQuery.FindAgent;
import dev.patchbay.shared.agent.AgentQuery.ListKnownEmails;
import dev.patchbay.shared.text.InvalidText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What an import must know of an account as it is: its roles and teams, and who is there already. */
final class KnownAgents {
    static final String EXISTS = "email already exists";

    private final Questions questions;
    private final long account;

    KnownAgents(Questions questions, long account) {
        this.questions = questions;
        this.account = account;
    }

    /** Tells the rows that could be agents from those that could not. */
    List<Verdict> read(List<Row> rows) {
        Assignments assignments = Assignments.of(questions, account, Moment.head());
        List<Verdict> verdicts = new ArrayList<>();
        for (Row row : rows) {
            try {
                verdicts.add(Verdict.of(row, Newcomer.of(row, assignments)));
            } catch (InvalidText e) {
                verdicts.add(Verdict.against(row, String.valueOf(e.getMessage())));
            }
        }
        return verdicts;
    }

    /** Which of their addresses somebody has. */
    Set<String> emails(List<Verdict> verdicts) {
        Set<String> emails = verdicts.stream()
                .map(Verdict::newcomer)
                .filter(Objects::nonNull)
                .map(newcomer -> newcomer.email().value())
                .collect(Collectors.toSet());
        return emails.isEmpty()
                ? Set.of()
                : questions
                        .ask(new ListKnownEmails(account, emails, Moment.head()))
                        .found()
                        .orElseThrow();
    }

    /** Whether one of some agents is there, at an address. */
    boolean isAnyOf(List<AgentId> agents, String email) {
        return agents.stream()
                .flatMap(agent -> questions.ask(new FindAgent(agent.value(), account, Moment.head())).found().stream())
                .anyMatch(agent -> agent.email().equals(email));
    }
}
