package dev.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.command.DecidingCommandBus;
import dev.patchbay.shared.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.tracing.NoOpSpanFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LoggedIdsTest {

    private final DecidingCommandBus bus = new DecidingCommandBus(
            NoOpMessageMonitor.instance(),
            DefaultCommandBusSpanFactory.builder()
                    .spanFactory(NoOpSpanFactory.INSTANCE)
                    .build());

    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    void are_those_of_a_command_until_it_is_decided() {
        List<Map<String, String>> during = new ArrayList<>();
        bus.subscribe(String.class.getName(), command -> during.add(MDC.getCopyOfContextMap()));
        MDC.put("request_id", "outer");
        GenericCommandMessage<String> command =
                new GenericCommandMessage<>("hello", Provenance.system("inner").toMetaData());

        bus.dispatch(command);

        assertThat(during).containsExactly(Map.of("request_id", "inner", "correlation_id", command.getIdentifier()));
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("request_id", "outer"));
    }
}
