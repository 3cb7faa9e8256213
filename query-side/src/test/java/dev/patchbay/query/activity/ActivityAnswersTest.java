package dev.patchbay.query.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.LogTest;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.activity.ActivityField;
import dev.patchbay.shared.activity.ActivityFilter;
import dev.patchbay.shared.activity.ActivityFilter.Comparison;
import dev.patchbay.shared.activity.ActivityFilter.Operator;
import dev.patchbay.shared.activity.ActivityQuery.ListActivities;
import dev.patchbay.shared.activity.ActivityView;
import dev.patchbay.shared.agent.AgentCreated;
import dev.patchbay.shared.agent.AgentDeleted;
import dev.patchbay.shared.agent.AgentEmailChanged;
import dev.patchbay.shared.agent.AgentKeyIssued;
import dev.patchbay.shared.agent.AvailabilityChanged;
import dev.patchbay.shared.role.RoleCreated;
import dev.patchbay.shared.role.RolePermissionsChanged;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityAnswersTest extends LogTest {

    private static final Provenance ADA = new Provenance(1, "agent", 4, "req-2", "192.0.2.1", null, null);

    @BeforeEach
    void two_agents() {
        log.append(
                new RoleCreated(1, 1, "Lead", "", List.of("ai:manage", "sla:manage")),
                new AgentCreated(4, 1, "ada@example.com", "Ada", "", true, List.of(1L), List.of()),
                new AgentCreated(5, 1, "bob@example.com", "Bob", "", true, List.of(1L), List.of()));
        log.by(ADA);
    }

    @Test
    void an_entry_says_who_did_what_to_whom() {
        log.append(new AgentKeyIssued(5, "key"));

        assertThat(newest().entries().getFirst())
                .isEqualTo(new ActivityView(
                        4,
                        ProjectedLog.START.plusSeconds(4),
                        "api_key_issued",
                        "ada@example.com (#4) issued an API key for agent bob@example.com (#5)",
                        4L,
                        "user",
                        5,
                        "192.0.2.1"));
        assertThat(newest().entries().getLast().description()).isEqualTo("API key (#5) created role Lead (#1)");
        assertThat(newest().entries().getLast().actorId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "4, online, agent_online, ada@example.com (#4) is online",
        "5, online, agent_online, ada@example.com (#4) changed bob@example.com (#5) status to online",
        "4, away_manual, agent_away, ada@example.com (#4) is away",
        "5, away_and_reassigning, agent_away_reassigned,"
                + " ada@example.com (#4) changed bob@example.com (#5) status to away and reassigning"
    })
    void availability_that_was_chosen_is_told(long agent, String availability, String type, String description) {
        log.append(new AvailabilityChanged(agent, availability, false));

        assertThat(newest().entries().getFirst().type()).isEqualTo(type);
        assertThat(newest().entries().getFirst().description()).isEqualTo(description);
        assertThat(newest().entries().getFirst().targetId()).isEqualTo(agent);
    }

    @ParameterizedTest
    @CsvSource({"offline, false", "offline, true", "away, true", "online, true"})
    void availability_that_came_by_itself_is_not(String availability, boolean automatic) {
        log.append(new AvailabilityChanged(4, availability, automatic));

        assertThat(newest().total()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ai:manage | ada@example.com (#4) removed permission(s) sla:manage from role Lead (#1)",
                "ai:manage,oidc:manage,sla:manage | ada@example.com (#4) added permission(s) oidc:manage to role Lead (#1)",
                "ai:manage,oidc:manage,tags:manage | ada@example.com (#4) removed permission(s) sla:manage and added"
                        + " permission(s) oidc:manage, tags:manage to role Lead (#1)"
            })
    void what_a_role_permits_is_told_by_the_difference(String permissions, String description) {
        log.append(new RolePermissionsChanged(1, List.of(permissions.split(",", 0))));

        assertThat(newest().entries().getFirst().description()).isEqualTo(description);
        assertThat(newest().entries().getFirst().targetType()).isEqualTo("role");
    }

    @Test
    void entries_outlive_whom_they_are_about_under_the_name_of_their_time() {
        log.append(new AgentEmailChanged(5, "robert@example.com"), new AgentDeleted(5, List.of(), List.of()));

        assertThat(newest().entries())
                .extracting(ActivityView::description)
                .startsWith(
                        "ada@example.com (#4) deleted agent robert@example.com (#5)",
                        "ada@example.com (#4) changed the address of agent bob@example.com (#5) to robert@example.com");
    }

    @Test
    void nothing_of_another_account_is_told() {
        log.by(new Provenance(1, "api_key", 1, "req", null, null, null))
                .append(new AgentCreated(9, 2, "eve@example.com", "Eve", "", true, List.of(), List.of()));
        log.by(new Provenance(2, "agent", 9, "req", null, null, null)).append(new AgentKeyIssued(9, "key"));

        assertThat(newest().total()).isEqualTo(3);
    }

    @Test
    void as_many_entries_are_told_of_at_any_position_as_are_there_then() {
        log.append(new AgentCreated(9, 2, "eve@example.com", "Eve", "", true, List.of(), List.of()));
        long last =
                log.append(new AgentKeyIssued(5, "key"), new AgentKeyIssued(9, "key"), new AgentKeyIssued(4, "key"));
        ActivityFilter all = new ActivityFilter(
                false, List.of(new Comparison(ActivityField.CREATED_AT, Operator.SET, List.of())), List.of());

        assertThat(list(ActivityFilter.NONE, Moment.exactly(0)).total()).isZero();
        for (long position = 0; position <= last; position++) {
            Moment moment = Moment.exactly(position);
            assertThat(list(ActivityFilter.NONE, moment)).isEqualTo(list(all, moment));
        }
        assertThat(newest().total()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACTIVITY_TYPE | EQUALS | agent_created | 2",
                "ACTIVITY_TYPE | NOT_EQUALS | agent_created | 2",
                "ACTIVITY_TYPE | IN | role_created,api_key_issued | 2",
                "ACTIVITY_TYPE | CONTAINS | CREATED | 3",
                "ACTIVITY_TYPE | NOT_CONTAINS | CREATED | 1",
                "ACTIVITY_TYPE | BETWEEN | a,b | 3",
                "ACTOR_ID | EQUALS | 4 | 1",
                "ACTOR_ID | GREATER_THAN | 3 | 1",
                "ACTOR_ID | LESS_THAN | 4 | 0",
                "ACTOR_ID | SET | | 1",
                "ACTOR_ID | NOT_SET | | 3",
                "IP | EQUALS | 192.0.2.1 | 1",
                "CREATED_AT | EQUALS | 1776247201000,1776247202000 | 1",
                "CREATED_AT | NOT_EQUALS | 1776247201000,1776247202000 | 3",
                "CREATED_AT | GREATER_THAN | 1776247201000,1776247202000 | 3",
                "CREATED_AT | LESS_THAN | 1776247202000,1776247203000 | 1",
                "CREATED_AT | BETWEEN | 1776247201000,1776247203000 | 2",
                "CREATED_AT | IN | 1776247201000,1776247202000,1776247204000,1776247205000 | 2",
                "CREATED_AT | SET | | 4",
                "CREATED_AT | NOT_SET | | 0"
            })
    void a_filter_chooses(ActivityField field, Operator operator, String values, long total) {
        log.append(new AgentKeyIssued(5, "key"));
        Comparison comparison =
                new Comparison(field, operator, values == null ? List.of() : List.of(values.split(",", 0)));

        assertThat(list(new ActivityFilter(false, List.of(comparison), List.of()))
                        .total())
                .isEqualTo(total);
    }

    @Test
    void groups_are_joined_by_their_word() {
        log.append(new AgentKeyIssued(5, "key"));
        Comparison roles = new Comparison(ActivityField.ACTIVITY_TYPE, Operator.EQUALS, List.of("role_created"));
        Comparison byAda = new Comparison(ActivityField.ACTOR_ID, Operator.EQUALS, List.of("4"));

        assertThat(list(new ActivityFilter(true, List.of(roles, byAda), List.of()))
                        .total())
                .isEqualTo(2);
        assertThat(list(new ActivityFilter(false, List.of(roles, byAda), List.of()))
                        .total())
                .isZero();
        assertThat(list(new ActivityFilter(
                                true, List.of(roles), List.of(new ActivityFilter(false, List.of(byAda), List.of()))))
                        .total())
                .isEqualTo(2);
    }

    @Test
    void a_page_is_a_part_in_the_order_that_is_asked_for() {
        log.append(new AgentKeyIssued(5, "key"));

        assertThat(log.view(new ListActivities(
                                1, ActivityFilter.NONE, ActivityField.ACTIVITY_TYPE, false, new Page(2, 2), NOW))
                        .entries())
                .extracting(ActivityView::type)
                .containsExactly("api_key_issued", "role_created");
    }

    private Listing<ActivityView> newest() {
        return list(ActivityFilter.NONE);
    }

    private Listing<ActivityView> list(ActivityFilter filter) {
        return list(filter, NOW);
    }

    private Listing<ActivityView> list(ActivityFilter filter, Moment moment) {
        return log.view(new ListActivities(1, filter, ActivityField.CREATED_AT, true, new Page(1, 30), moment));
    }
}
