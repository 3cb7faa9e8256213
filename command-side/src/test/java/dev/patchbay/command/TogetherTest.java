package dev.patchbay.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Refusal.Details;
import dev.patchbay.shared.Refusal.Reason;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.operator.OperatorCommand.ActivateOperator;
import dev.patchbay.shared.operator.OperatorCommand.CreateOperator;
import dev.patchbay.shared.operator.OperatorCommand.DeactivateOperator;
import dev.patchbay.shared.operator.OperatorCommand.LinkOperatorToProject;
import dev.patchbay.shared.operator.OperatorCommand.RenameOperator;
import dev.patchbay.shared.operator.OperatorCreated;
import dev.patchbay.shared.operator.OperatorDeactivated;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.operator.OperatorRenamed;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.request.AcceptRequest;
import dev.patchbay.shared.request.RequestAccepted;
import dev.patchbay.shared.request.RequestKey;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.PhoneNumber;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final OperatorId ADA = new OperatorId(42);
    private static final OperatorId NOBODY = new OperatorId(99);

    private final CommandSide side = new CommandSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void puts_all_events_in_the_log_in_the_order_of_the_commands() {
        side.having(Together.of(create(), rename("Ada King"), new DeactivateOperator(ADA), accept()));

        assertThat(side.factsAfter(0))
                .containsExactly(
                        new OperatorCreated(42, 7, "Ada", "+37061234567", null, true),
                        new OperatorRenamed(42, "Ada King"),
                        new OperatorDeactivated(42),
                        new RequestAccepted("9f86d0", "60303a", 42));
    }

    @Test
    void leaves_nothing_in_the_log_when_a_later_command_is_refused() {
        assertThat(refusalOf(Together.of(create(), rename("Ada King"), new ActivateOperator(NOBODY))))
                .extracting(Details::reason)
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(side.log()).isEmpty();
    }

    @Test
    void forgets_what_was_decided_before_the_refusal() {
        side.having(create());
        side.ask(Together.of(rename("Ada King"), new ActivateOperator(NOBODY)));
        side.having(rename("Ada King"));

        assertThat(side.log()).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L);
        assertThat(side.factsAfter(1)).containsExactly(new OperatorRenamed(42, "Ada King"));
    }

    @Test
    void is_refused_with_the_very_words_of_the_command_that_was_refused() {
        side.having(Together.of(create(), accept()));

        assertThat(refusalOf(Together.of(rename("Ada King"), accept())))
                .isEqualTo(new Details(Reason.REPEATED, "the request was accepted at " + acceptedAt()));
        assertThat(side.factsAfter(2)).isEmpty();
    }

    @Test
    void is_refused_for_what_a_decision_depends_on() {
        side.having(create());

        assertThat(refusalOf(Together.of(rename("Ada King"), new LinkOperatorToProject(ADA, new ProjectId(3)))))
                .extracting(Details::reason)
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(side.factsAfter(1)).isEmpty();
    }

    @Test
    void is_decided_when_the_stream_is_where_the_caller_saw_it() {
        side.having(create(), rename("Ada King"));
        side.having(new Together(
                List.of(rename("Ada"), new DeactivateOperator(ADA)), List.of(new Together.Expected("operator-42", 1))));

        assertThat(side.factsAfter(2)).containsExactly(new OperatorRenamed(42, "Ada"), new OperatorDeactivated(42));
    }

    @Test
    void is_stale_when_the_stream_has_gone_on() {
        side.having(create(), rename("Ada King"));

        assertThat(refusalOf(new Together(List.of(rename("Ada")), List.of(new Together.Expected("operator-42", 0)))))
                .isEqualTo(new Details(Reason.STALE, "operator-42 is not at version 0"));
        assertThat(side.factsAfter(2)).isEmpty();
    }

    @Test
    void is_stale_even_when_it_asks_for_what_is_already_so() {
        side.having(create(), rename("Ada King"));

        assertThat(refusalOf(
                        new Together(List.of(rename("Ada King")), List.of(new Together.Expected("operator-42", 0)))))
                .extracting(Details::reason)
                .isEqualTo(Reason.STALE);
    }

    @Test
    void is_stale_when_the_caller_saw_what_is_not_there_yet() {
        side.having(create());

        assertThat(refusalOf(new Together(List.of(rename("Ada")), List.of(new Together.Expected("operator-42", 1)))))
                .extracting(Details::reason)
                .isEqualTo(Reason.STALE);
        assertThat(refusalOf(new Together(List.of(rename("Ada")), List.of(new Together.Expected("operator-43", 0)))))
                .extracting(Details::reason)
                .isEqualTo(Reason.STALE);
    }

    @Test
    void is_silent_when_there_is_nothing_to_decide() {
        side.having(Together.of(List.of()));

        assertThat(side.log()).isEmpty();
    }

    @Test
    void says_in_every_event_who_asked_and_that_one_request_led_to_all() {
        side.having(Together.of(create(), rename("Ada King")));

        assertThat(side.log())
                .extracting(DomainEventMessage::getMetaData)
                .allSatisfy(metaData -> assertThat(Provenance.from(metaData)).contains(CommandSide.CALLER));
        assertThat(side.log())
                .extracting(DomainEventMessage::getMetaData)
                .flatExtracting(TogetherTest::causes)
                .doesNotContainNull()
                .containsOnly(causes(side.log().getFirst().getMetaData()).getFirst());
    }

    @Test
    void needs_a_unit_of_work_to_be_part_of() {
        assertThatIllegalStateException()
                .isThrownBy(() -> side.bean(Decisions.class).ask(create()))
                .withMessageStartingWith("no unit of work");
        assertThat(side.log()).isEmpty();
    }

    private Details refusalOf(Together together) {
        return Refusal.in(side.ask(together).exceptionResult()).orElseThrow();
    }

    private Instant acceptedAt() {
        return side.log().getLast().getTimestamp();
    }

    private static List<Object> causes(MetaData metaData) {
        return List.of(metaData.get("correlation_id"), metaData.get("causation_id"));
    }

    private static CreateOperator create() {
        return new CreateOperator(
                ADA, new AccountId(7), new DisplayName("Ada"), new PhoneNumber("+37061234567"), null, true);
    }

    private static Command rename(String name) {
        return new RenameOperator(ADA, new DisplayName(name));
    }

    private static Command accept() {
        return new AcceptRequest(new RequestKey("9f86d0"), "60303a", 42, Instant.now());
    }
}
