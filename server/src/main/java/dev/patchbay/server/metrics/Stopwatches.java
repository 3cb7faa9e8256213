package dev.patchbay.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/** Measures how long messages take on a bus, by their type and by what came of them: {@code ok}, or the {@link Outcome}. */
record Stopwatches(String name, MeterRegistry meters) implements MessageMonitor<Message<?>> {

    @Override
    public MonitorCallback onMessageIngested(Message<?> message) {
        return new Running(message.getPayloadType().getSimpleName(), Timer.start(meters));
    }

    private final class Running implements MonitorCallback {
        private final String type;
        private final Timer.Sample sample;

        Running(String type, Timer.Sample sample) {
            this.type = type;
            this.sample = sample;
        }

        @Override
        public void reportSuccess() {
            stop("ok");
        }

        @Override
        public void reportFailure(@Nullable Throwable cause) {
            stop(Outcome.of(cause));
        }

        @Override
        public void reportIgnored() {
            stop("ignored");
        }

        private void stop(String outcome) {
            sample.stop(meters.timer(name, "type", type, "outcome", outcome));
        }
    }
}
