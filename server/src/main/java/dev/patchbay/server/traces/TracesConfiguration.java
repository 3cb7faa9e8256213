package dev.patchbay.server.traces;

import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryBusSpanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** What is traced besides HTTP, which Spring Boot traces, and what leaves the process of it. */
@Configuration(proxyBeanMethods = false)
@Conditional(WithCollector.class)
class TracesConfiguration {

    @Bean
    CommandBusSpanFactory commandSpans(Tracer tracer) {
        return new CommandSpans(tracer);
    }

    @Bean
    QueryBusSpanFactory carriedQueries() {
        return new QuerySpans();
    }

    @Bean
    SmartInitializingSingleton querySpans(QueryBus queries, Tracer tracer) {
        return () -> queries.registerHandlerInterceptor(
                (work, chain) -> BusSpan.of(tracer, "query", work.getMessage()).runCallable(chain::proceed));
    }

    @Bean
    SpanExporters discreetExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().map(DiscreetExporter::new).toList());
    }

    /** Under what the log names the trace and the span, as OpenTelemetry has it for JSON. */
    @Bean
    Slf4JEventListener traceInLog() {
        return new Slf4JEventListener("trace_id", "span_id");
    }
}
