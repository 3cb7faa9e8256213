package dev.patchbay.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.operator.OperatorDetail;
import dev.patchbay.shared.operator.OperatorQuery.FindOperator;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ViewsInvokerTest extends LogTest {

    @Test
    void an_answer_waits_for_the_batch_that_brings_its_position() throws Exception {
        CompletableFuture<Answer<OperatorDetail>> answered = CompletableFuture.supplyAsync(
                () -> log.answer(new FindOperator(3, ACCOUNT, Moment.atLeast(3))), Thread::startVirtualThread);

        log.append(Facts.operator(1, "Anna"), Facts.operator(2, "Bob"));
        assertThat(answered).isNotDone();
        log.append(Facts.operator(3, "Carla"));

        assertThat(answered.get().position()).isEqualTo(3);
    }
}
