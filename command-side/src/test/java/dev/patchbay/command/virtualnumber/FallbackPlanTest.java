package dev.patchbay.command.virtualnumber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.virtualnumber.FallbackLinked;
import dev.patchbay.shared.virtualnumber.FallbackPlanCommand.LinkFallback;
import dev.patchbay.shared.virtualnumber.FallbackPlanCommand.UnlinkFallback;
import dev.patchbay.shared.virtualnumber.FallbackPlanId;
import dev.patchbay.shared.virtualnumber.FallbackUnlinked;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackPlanTest {

    private static final FallbackPlanId PLAN = new FallbackPlanId(new AccountId(7));

    private final FixtureConfiguration<FallbackPlan> plan = new AggregateTestFixture<>(FallbackPlan.class);

    @Test
    void begins_with_the_first_link() {
        plan.givenNoPriorActivity().when(link(1, 2)).expectEvents(new FallbackLinked(7, 1, 2));
    }

    @Test
    void is_silent_when_the_numbers_are_linked_already() {
        plan.given(chain(2)).when(link(1, 2)).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void links_a_number_to_another_one_than_before() {
        plan.given(chain(2)).when(link(1, 3)).expectEvents(new FallbackLinked(7, 1, 3));
    }

    @Test
    void lets_several_numbers_fall_back_to_the_same_one() {
        plan.given(chain(2)).when(link(3, 2)).expectEvents(new FallbackLinked(7, 3, 2));
    }

    @Test
    void refuses_a_number_that_would_fall_back_to_itself() {
        isRefusedAsACircle(plan.givenNoPriorActivity().when(link(1, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 50, 100})
    void refuses_the_link_that_would_close_a_circle_of_any_length(int numbers) {
        isRefusedAsACircle(plan.given(chain(numbers)).when(link(numbers, 1)));
    }

    @Test
    void refuses_a_circle_that_a_way_would_lead_into() {
        isRefusedAsACircle(plan.given(chain(4)).when(link(4, 2)));
    }

    @Test
    void allows_what_was_a_circle_before_a_number_was_linked_elsewhere() {
        plan.given(chain(3))
                .andGiven(new FallbackLinked(7, 2, 9))
                .when(link(3, 1))
                .expectEvents(new FallbackLinked(7, 3, 1));
    }

    @Test
    void allows_what_was_a_circle_before_a_number_was_unlinked() {
        plan.given(chain(3))
                .andGiven(new FallbackUnlinked(7, 1))
                .when(link(3, 1))
                .expectEvents(new FallbackLinked(7, 3, 1));
    }

    @Test
    void refuses_a_way_through_more_numbers_than_anybody_waits_for() {
        plan.given(chain(100))
                .when(link(100, 101))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal.Details(
                        Refusal.Reason.INVALID, "Fallback must not lead through more than 100 numbers"));
    }

    @Test
    void refuses_two_ways_that_are_too_long_together() {
        plan.given(LongStream.range(1, 60)
                        .mapToObj(each -> new FallbackLinked(7, each, each + 1))
                        .toList())
                .andGiven(LongStream.range(101, 141)
                        .mapToObj(each -> new FallbackLinked(7, each, each + 1))
                        .toList())
                .when(link(60, 101))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    @Test
    void is_silent_about_a_number_that_is_not_linked() {
        plan.given(chain(2)).when(unlink(2)).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void unlinks_a_number() {
        plan.given(chain(2))
                .when(unlink(1))
                .expectEvents(new FallbackUnlinked(7, 1))
                .expectNotMarkedDeleted();
    }

    @Test
    void is_not_there_before_the_first_link() {
        plan.givenNoPriorActivity().when(unlink(1)).expectException(AggregateNotFoundException.class);
    }

    @Property(tries = 50)
    void never_leads_back_whatever_is_asked(
            @ForAll @Size(max = 25) List<@Size(2) List<@LongRange(min = 1, max = 7) Long>> wishes) {
        List<DomainEventMessage<?>> facts = having(List.of(), link(1, 2));
        Map<Long, Long> links = new HashMap<>(Map.of(1L, 2L));
        for (List<Long> wish : wishes) {
            long number = wish.getFirst();
            long fallback = wish.getLast();
            List<DomainEventMessage<?>> before = facts;
            facts = having(
                    before,
                    number == fallback
                            ? new UnlinkFallback(PLAN, new VirtualNumberId(number))
                            : link(number, fallback));
            facts.stream()
                    .skip(before.size())
                    .map(DomainEventMessage::getPayload)
                    .forEach(fact -> {
                        switch (fact) {
                            case FallbackLinked linked ->
                                links.put(linked.virtualNumberId(), linked.fallbackVirtualNumberId());
                            case FallbackUnlinked unlinked -> links.remove(unlinked.virtualNumberId());
                            default -> throw new AssertionError(fact);
                        }
                    });
            for (Long start : links.keySet()) {
                Set<Long> way = new HashSet<>();
                for (Long reached = start; reached != null; reached = links.get(reached)) {
                    assertThat(way.add(reached))
                            .as("from %d after %s", start, wishes)
                            .isTrue();
                }
            }
        }
    }

    /** All facts of a plan that was asked for something, whether it followed or refused. */
    private static List<DomainEventMessage<?>> having(List<DomainEventMessage<?>> facts, Object command) {
        FixtureConfiguration<FallbackPlan> plan = new AggregateTestFixture<>(FallbackPlan.class);
        plan.given(facts.stream().map(DomainEventMessage::getPayload).toList()).when(command);
        return plan.getEventStore().readEvents(PLAN.toString()).asStream().collect(Collectors.toList());
    }

    private static void isRefusedAsACircle(ResultValidator<FallbackPlan> result) {
        result.expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(
                        new Refusal.Details(Refusal.Reason.INVALID, "Fallback must not lead back to this number"));
    }

    /** Numbers from 1 on, each of which falls back to the next one. */
    private static List<FallbackLinked> chain(int numbers) {
        return LongStream.range(1, numbers)
                .mapToObj(each -> new FallbackLinked(7, each, each + 1))
                .toList();
    }

    private static LinkFallback link(long number, long fallback) {
        return new LinkFallback(PLAN, new VirtualNumberId(number), new VirtualNumberId(fallback));
    }

    private static UnlinkFallback unlink(long number) {
        return new UnlinkFallback(PLAN, new VirtualNumberId(number));
    }
}
