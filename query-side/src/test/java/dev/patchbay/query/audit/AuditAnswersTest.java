package dev.patchbay.query.audit;

import static dev.patchbay.query.Facts.key;
import static dev.patchbay.query.Facts.number;
import static dev.patchbay.query.Facts.operator;
import static dev.patchbay.query.Facts.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.query.Facts;
import dev.patchbay.query.IdentityStory;
import dev.patchbay.query.LogTest;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.query.Story;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Event;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.account.DeadLettersRetried;
import dev.patchbay.shared.agent.AgentCreated;
import dev.patchbay.shared.assistant.AssistantCreated;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.audit.AuditEntry.Actor;
import dev.patchbay.shared.audit.AuditFilter;
import dev.patchbay.shared.audit.AuditPage;
import dev.patchbay.shared.audit.AuditQuery.AwaitEntries;
import dev.patchbay.shared.audit.AuditQuery.FindPosition;
import dev.patchbay.shared.audit.AuditQuery.ListAuditEntries;
import dev.patchbay.shared.audit.AuditQuery.ListHistory;
import dev.patchbay.shared.audit.AuditQuery.Part;
import dev.patchbay.shared.audit.FieldChange;
import dev.patchbay.shared.call.CallReferenceTaken;
import dev.patchbay.shared.claim.NameClaimed;
import dev.patchbay.shared.claim.NameFreed;
import dev.patchbay.shared.identity.IdentityAssistantChanged;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.operator.OperatorLinkedToProject;
import dev.patchbay.shared.operator.OperatorRenamed;
import dev.patchbay.shared.operator.OperatorUnlinkedFromProject;
import dev.patchbay.shared.request.RequestAccepted;
import dev.patchbay.shared.role.RoleCreated;
import dev.patchbay.shared.routing.LegBegun;
import dev.patchbay.shared.routing.RouteDecided;
import dev.patchbay.shared.virtualnumber.FallbackChanged;
import dev.patchbay.shared.virtualnumber.FallbackLinked;
import dev.patchbay.shared.virtualnumber.FallbackUnlinked;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import dev.patchbay.shared.virtualnumber.OperatorDetached;
import dev.patchbay.shared.virtualnumber.PhoneNumberClaimed;
import dev.patchbay.shared.virtualnumber.PhoneNumberFreed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditAnswersTest extends LogTest {

    /** What stands in no stream of a thing that clients know. */
    private static final Set<Class<?>> OF_THE_LOG_ALONE = Set.of(
            CallReferenceTaken.class,
            FallbackLinked.class,
            FallbackUnlinked.class,
            LegBegun.class,
            NameClaimed.class,
            NameFreed.class,
            PhoneNumberClaimed.class,
            PhoneNumberFreed.class,
            RequestAccepted.class,
            RouteDecided.class);

    @Test
    void tell_of_news_of_the_account_alone() {
        log.append(operator(1, "Anna"), operator(2, STRANGERS.accountId(), "Mallory"));

        assertThat(news(0, Duration.ZERO)).isEqualTo(Answer.list(true, 2));
        assertThat(news(1, Duration.ZERO)).isEqualTo(Answer.list(false, 2));
        assertThat(news(2, Duration.ZERO)).isEqualTo(Answer.list(false, 2));
    }

    @Test
    void wait_for_no_news_beyond_the_last_position_of_interest() {
        log.append(operator(1, "Anna"), operator(2, STRANGERS.accountId(), "Mallory"));

        for (long beyond = 1; beyond <= 2; beyond++) {
            AwaitEntries query = new AwaitEntries(Facts.ACCOUNT, beyond, 2, Duration.ofDays(1), NOW);
            assertThat(CompletableFuture.supplyAsync(() -> log.answer(query)))
                    .succeedsWithin(Duration.ofMinutes(1))
                    .isEqualTo(Answer.list(false, 2));
        }
    }

    @Test
    void wait_on_while_others_have_news() {
        log.append(operator(1, "Anna"));
        CompletableFuture<Answer<Boolean>> answer = new CompletableFuture<>();
        Thread waiting = Thread.startVirtualThread(() -> answer.complete(news(1, Duration.ofMinutes(1))));
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        log.append(operator(2, STRANGERS.accountId(), "Mallory"));
        await().until(() -> log.statementsRead().size() == 1 && waiting.getState() == Thread.State.TIMED_WAITING);
        log.append(operator(3, "Bob"));

        assertThat(answer).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(Answer.list(true, 3));
    }

    private Answer<Boolean> news(long beyond, Duration patience) {
        return log.answer(new AwaitEntries(Facts.ACCOUNT, beyond, Long.MAX_VALUE, patience, NOW));
    }

    @Test
    void every_event_of_a_thing_is_one_entry_that_says_what_it_changed() {
        List<Event> story = Story.events();
        log.append(story);

        List<Long> told = new ArrayList<>();
        for (int place = 0; place < story.size(); place++) {
            if (!OF_THE_LOG_ALONE.contains(story.get(place).getClass())) {
                told.add(place + 1L);
            }
        }
        assertThat(entries(AuditFilter.ANY)).extracting(AuditEntry::position).isEqualTo(told);
        assertThat(entries(AuditFilter.ANY))
                .filteredOn(entry -> !isDetachmentFromReleasedNumber(entry)
                        && !entry.type().equals(DeadLettersRetried.class.getSimpleName()))
                .allSatisfy(entry -> assertThat(entry.changes()).as("%s", entry).isNotEmpty());
    }

    @Test
    void a_creation_changes_from_nothing_and_a_deletion_to_nothing() {
        log.append(operator(11, "Anna Berg"), new OperatorDeleted(11));

        assertThat(entries(AuditFilter.ANY).get(0).changes())
                .containsExactly(
                        new FieldChange("name", null, "Anna Berg"),
                        new FieldChange("phone_number", null, "+15555550011"),
                        new FieldChange("active", null, true));
        assertThat(entries(AuditFilter.ANY).get(1).changes())
                .containsExactly(
                        new FieldChange("name", "Anna Berg", null),
                        new FieldChange("phone_number", "+15555550011", null),
                        new FieldChange("active", true, null));
    }

    @Test
    void an_entry_says_who_asked_for_whom_and_from_where() {
        log.append(key(5, null));
        log.by(new Provenance(1, "api_key", 5, "req-9", "203.0.113.7", "curl/8", "moved desks"))
                .append(operator(11, "Anna Berg"));

        AuditEntry entry = entries(AuditFilter.ANY).getLast();
        assertThat(entry.type()).isEqualTo("OperatorCreated");
        assertThat(entry.id()).isEqualTo("event-2");
        assertThat(entry.recordedAt()).isEqualTo(ProjectedLog.START.plusSeconds(2));
        assertThat(entry.subject()).isEqualTo(new AuditEntry.Subject("operator", 11L, "Anna Berg"));
        assertThat(entry.actor()).isEqualTo(new Actor("api_key", 5L, "Key 5", "idc_abcd"));
        assertThat(entry.requestId()).isEqualTo("req-9");
        assertThat(entry.clientAddress()).isEqualTo("203.0.113.7");
        assertThat(entry.userAgent()).isEqualTo("curl/8");
        assertThat(entry.reason()).isEqualTo("moved desks");
    }

    @Test
    void nobody_learns_what_the_key_of_another_account_is_called() {
        log.append(key(5, null));
        log.by(new Provenance(1, "api_key", 5, "req-9", null, null, null))
                .append(new dev.patchbay.shared.account.AccountOpened(2, "Second"));

        assertThat(entries(AuditFilter.ANY, STRANGERS).getFirst().actor())
                .isEqualTo(new Actor("api_key", 5L, null, null));
    }

    @Test
    void an_account_sees_its_own_things_whoever_changed_them() {
        log.append(operator(11, "Anna Berg"));

        assertThat(entries(AuditFilter.ANY, STRANGERS)).isEmpty();
        assertThat(entries(AuditFilter.ANY, ACCOUNT)).hasSize(1);
    }

    @Test
    void a_project_sees_what_happened_to_its_things_while_they_were_its_own() {
        log.append(project(5, "Sales"), operator(11, "Anna Berg"));
        long linked = log.append(new OperatorLinkedToProject(11, 5));
        long renamed = log.append(new OperatorRenamed(11, "Anna Bergman"));
        long unlinked = log.append(new OperatorUnlinkedFromProject(11, 5));
        log.append(new OperatorRenamed(11, "Anna Berg"));

        assertThat(entries(AuditFilter.ANY, PROJECT))
                .extracting(AuditEntry::position)
                .containsExactly(1L, linked, renamed, unlinked);
        assertThat(entries(filter().project(5L).build()))
                .extracting(AuditEntry::position)
                .containsExactly(1L, linked, renamed, unlinked);
        assertThat(entries(AuditFilter.ANY, OTHER_PROJECT)).isEmpty();
    }

    @Test
    void entries_are_found_by_each_of_their_properties() {
        log.append(key(5, null), operator(11, "Anna Berg"));
        log.by(new Provenance(1, "api_key", 6, "req-9", "203.0.113.7", null, "Moved desks"))
                .append(new OperatorRenamed(11, "Änne"), operator(12, "Bob Carr"));

        assertThat(positions(filter().actor("api_key", 6L))).containsExactly(3L, 4L);
        assertThat(positions(filter().actor("api_key", null))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(positions(filter().actor("system", null))).isEmpty();
        assertThat(positions(filter().thing(Kind.OPERATOR, null))).containsExactly(2L, 3L, 4L);
        assertThat(positions(filter().thing(Kind.OPERATOR, "11"))).containsExactly(2L, 3L);
        assertThat(positions(filter().thing(Kind.OPERATOR, "eleven"))).isEmpty();
        assertThat(positions(filter().type("OperatorRenamed"))).containsExactly(3L);
        assertThat(positions(filter().request("req-9"))).containsExactly(3L, 4L);
        assertThat(positions(filter().address("203.0.113.7"))).containsExactly(3L, 4L);
        assertThat(positions(filter().field("name"))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(positions(filter().field("permissions"))).containsExactly(1L);
        assertThat(positions(filter().text("äNNE"))).containsExactly(3L);
        assertThat(positions(filter().text("desks"))).containsExactly(3L, 4L);
        assertThat(positions(filter().between(2, 3))).containsExactly(2L, 3L);
        assertThat(positions(
                        filter().actor("api_key", 6L).type("OperatorRenamed").between(4, 9)))
                .isEmpty();
    }

    @Test
    void a_list_goes_on_where_it_ended_while_the_log_grows() {
        log.append(operator(11, "A"), operator(12, "B"), operator(13, "C"));

        AuditPage first = part(new Part(null, false, 2));
        assertThat(first.entries()).extracting(AuditEntry::position).containsExactly(3L, 2L);
        log.append(operator(14, "D"));
        AuditPage second = part(new Part(first.next(), false, 2));
        assertThat(second.entries()).extracting(AuditEntry::position).containsExactly(1L);
        assertThat(second.next()).isNull();

        assertThat(part(new Part(2L, true, 2)).entries())
                .extracting(AuditEntry::position)
                .containsExactly(3L, 4L);
    }

    @Test
    void what_is_rare_is_looked_for_bit_by_bit() {
        List<Event> many = new ArrayList<>();
        many.add(operator(11, "Needle"));
        for (int each = 0; each < 1_100; each++) {
            many.add(operator(100 + each, "Hay"));
        }
        log.append(many);

        List<AuditEntry> found = new ArrayList<>();
        int parts = 0;
        Long after = null;
        do {
            AuditPage page = log.view(new ListAuditEntries(
                    filter().text("needle").field("name").build(), new Part(after, false, 10), ACCOUNT, NOW));
            found.addAll(page.entries());
            after = page.next();
            parts++;
        } while (after != null);
        assertThat(parts).isEqualTo(2);
        assertThat(found).extracting(AuditEntry::position).containsExactly(1L);
    }

    @Test
    void not_even_the_effort_tells_a_project_of_what_happens_elsewhere() {
        List<Event> elsewhere = new ArrayList<>();
        elsewhere.add(project(5, "Sales"));
        elsewhere.add(number(7));
        for (int each = 0; each < 1_100; each++) {
            elsewhere.add(operator(100 + each, "Hay"));
            elsewhere.add(new OperatorAttached(7, 100 + each, each));
        }
        log.append(elsewhere);

        for (Wanted wanted : List.of(
                filter().type("OperatorCreated"),
                filter().actor("api_key", 5L),
                filter().request("req-1"),
                filter().thing(Kind.VIRTUAL_NUMBER, "7"))) {
            AuditFilter filter = wanted.field("nothing").build();
            assertThat(log.view(new ListAuditEntries(filter, new Part(null, true, 10), PROJECT, NOW)))
                    .isEqualTo(new AuditPage(List.of(), null));
        }
    }

    @Test
    void a_part_has_fewer_entries_where_they_tell_of_long_lists() {
        List<Event> attachments = new ArrayList<>();
        attachments.add(number(7));
        for (int each = 0; each < 150; each++) {
            attachments.add(operator(100 + each, "A"));
            attachments.add(new OperatorAttached(7, 100 + each, each));
        }
        log.append(attachments);

        List<Integer> parts = new ArrayList<>();
        Long after = null;
        do {
            AuditPage page = part(new Part(after, true, 1_000));
            parts.add(page.entries().size());
            after = page.next();
        } while (after != null);
        assertThat(parts).hasSizeBetween(3, 4);
        assertThat(parts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(attachments.size());
    }

    @Test
    void the_history_of_a_role_or_team_has_who_came_with_it() {
        log.append(
                new RoleCreated(3, 1, "Lead", "", List.of("sla:manage")),
                new AgentCreated(9, 1, "ada@example.com", "Ada", "", true, List.of(3L), List.of()));

        assertThat(history(Kind.ROLE, 3, ACCOUNT)).containsExactly(1L, 2L);
    }

    @Test
    void the_history_of_a_thing_has_what_links_it_and_outlives_it() {
        log.append(operator(11, "Anna Berg"), operator(12, "Bob Carr"), number(7));
        long attached = log.append(new OperatorAttached(7, 11, 0));
        log.append(new OperatorAttached(7, 12, 1));
        long detached = log.append(new OperatorDetached(7, 11));
        long deleted = log.append(new OperatorDeleted(11));

        assertThat(history(Kind.OPERATOR, 11, ACCOUNT)).containsExactly(1L, attached, detached, deleted);
        assertThat(history(Kind.VIRTUAL_NUMBER, 7, ACCOUNT)).containsExactly(3L, 4L, 5L, 6L);
        assertThat(log.answer(new ListHistory(
                                Kind.OPERATOR,
                                Which.numbered(11),
                                AuditFilter.ANY,
                                new Part(null, true, 9),
                                STRANGERS,
                                NOW))
                        .view())
                .isNull();
        assertThat(log.answer(new ListHistory(
                                Kind.OPERATOR,
                                Which.numbered(99),
                                AuditFilter.ANY,
                                new Part(null, true, 9),
                                ACCOUNT,
                                NOW))
                        .view())
                .isNull();
    }

    @Test
    void the_history_of_a_thing_has_what_came_to_depend_on_it() {
        log.append(
                project(5, "Sales"), number(7), number(8), IdentityStory.domain(31, UUID.randomUUID(), "example.lt"));
        log.append(new AssistantCreated(51, 1, UUID.randomUUID().toString(), "Front office", null));
        long key = log.append(key(3, 5L));
        long fallback = log.append(new FallbackChanged(7, "virtual_number", null, 8L));
        long identity = log.append(IdentityStory.identity(41, UUID.randomUUID(), "ada"));
        long assistant = log.append(new IdentityAssistantChanged(41, 51L));

        assertThat(history(Kind.PROJECT, 5, ACCOUNT)).containsExactly(1L, key);
        assertThat(history(Kind.PROJECT, 5, PROJECT)).containsExactly(1L);
        assertThat(history(Kind.VIRTUAL_NUMBER, 7, ACCOUNT)).containsExactly(2L, fallback);
        assertThat(history(Kind.VIRTUAL_NUMBER, 8, ACCOUNT)).containsExactly(3L, fallback);
        assertThat(history(Kind.DOMAIN, 31, ACCOUNT)).containsExactly(4L, identity);
        assertThat(history(Kind.ASSISTANT, 51, ACCOUNT)).containsExactly(5L, assistant);
    }

    @Test
    void the_history_of_a_thing_can_be_that_with_one_other_thing() {
        log.append(operator(11, "Anna Berg"), number(7), number(8));
        long attached = log.append(new OperatorAttached(7, 11, 0));
        log.append(new OperatorAttached(8, 11, 0));

        assertThat(historyOfOperator(filter().thing(Kind.VIRTUAL_NUMBER, "7"))).containsExactly(attached);
        assertThat(historyOfOperator(filter().thing(Kind.VIRTUAL_NUMBER, "9"))).isEmpty();
        assertThat(historyOfOperator(filter().thing(Kind.DOMAIN, "9"))).isEmpty();
    }

    private List<Long> historyOfOperator(Wanted wanted) {
        return log
                .view(new ListHistory(
                        Kind.OPERATOR, Which.numbered(11), wanted.build(), new Part(null, true, 100), ACCOUNT, NOW))
                .entries()
                .stream()
                .map(AuditEntry::position)
                .toList();
    }

    @Test
    void a_time_means_the_last_position_recorded_by_then() {
        log.append(operator(11, "A"), operator(12, "B"));

        assertThat(at(0)).isEqualTo(0);
        assertThat(at(1)).isEqualTo(1);
        assertThat(log.view(new FindPosition(ProjectedLog.START.plusMillis(1_999), NOW)))
                .isEqualTo(1);
        assertThat(at(2)).isEqualTo(2);
        assertThat(at(1_000)).isEqualTo(2);
    }

    @Test
    void a_clock_that_was_set_back_hides_nothing() {
        log.append(operator(11, "A"), operator(12, "B"), operator(13, "C"));
        log.recordedAt(ProjectedLog.START.plusMillis(1_500)).append(operator(14, "D"));

        assertThat(at(1)).isEqualTo(1);
        assertThat(at(2)).isEqualTo(4);
    }

    private long at(int seconds) {
        return log.view(new FindPosition(ProjectedLog.START.plusSeconds(seconds), NOW));
    }

    private List<Long> history(Kind kind, long id, Scope scope) {
        return log
                .view(new ListHistory(kind, Which.numbered(id), AuditFilter.ANY, new Part(null, true, 100), scope, NOW))
                .entries()
                .stream()
                .map(AuditEntry::position)
                .toList();
    }

    private AuditPage part(Part part) {
        return log.view(new ListAuditEntries(AuditFilter.ANY, part, ACCOUNT, NOW));
    }

    private List<Long> positions(Wanted wanted) {
        return entries(wanted.build()).stream().map(AuditEntry::position).toList();
    }

    private List<AuditEntry> entries(AuditFilter filter) {
        return entries(filter, ACCOUNT);
    }

    private List<AuditEntry> entries(AuditFilter filter, Scope scope) {
        return log.view(new ListAuditEntries(filter, new Part(null, true, 1_000), scope, Moment.latest()))
                .entries();
    }

    /** The number was released before the operators were taken off it, so that nobody sees them go. */
    private static boolean isDetachmentFromReleasedNumber(AuditEntry entry) {
        return entry.type().equals(OperatorDetached.class.getSimpleName())
                && entry.changes().isEmpty();
    }

    private static Wanted filter() {
        return new Wanted();
    }

    /** A filter, property by property. */
    private static final class Wanted {
        private AuditFilter.@Nullable Who actor;
        private @Nullable Kind kind;
        private @Nullable String id;
        private @Nullable String type;
        private @Nullable Long project;
        private @Nullable String request;
        private @Nullable String address;
        private @Nullable String field;
        private @Nullable String text;
        private long first = 1;
        private long last = Long.MAX_VALUE;

        Wanted actor(String actorKind, @Nullable Long actorId) {
            actor = new AuditFilter.Who(actorKind, actorId);
            return this;
        }

        Wanted thing(Kind ofKind, @Nullable String withId) {
            kind = ofKind;
            id = withId;
            return this;
        }

        Wanted type(String name) {
            type = name;
            return this;
        }

        Wanted project(long number) {
            project = number;
            return this;
        }

        Wanted request(String name) {
            request = name;
            return this;
        }

        Wanted address(String client) {
            address = client;
            return this;
        }

        Wanted field(String name) {
            field = name;
            return this;
        }

        Wanted text(String words) {
            text = words;
            return this;
        }

        Wanted between(long from, long to) {
            first = from;
            last = to;
            return this;
        }

        AuditFilter build() {
            return new AuditFilter(actor, kind, id, type, project, request, address, field, text, first, last);
        }
    }
}
