package dev.patchbay.server.traces;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;

/** A span without what may tell of people: only known attributes, no addresses, nothing that an exception or a caller says. */
final class DiscreetSpan extends DelegatingSpanData {

    private static final Set<String> KNOWN =
            Set.of("method", "uri", "status", "outcome", "exception", "code.function", "code.namespace");

    private static final String OF_HTTP = "http ";
    private static final Set<String> METHODS = Arrays.stream(HttpMethod.values())
            .map(method -> method.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final Attributes attributes;

    DiscreetSpan(SpanData span) {
        super(span);
        this.attributes = span.getAttributes().toBuilder()
                .removeIf(key -> !KNOWN.contains(key.getKey()))
                .build();
    }

    /** A method is any word that the caller likes. */
    @Override
    public String getName() {
        String name = super.getName();
        if (!name.startsWith(OF_HTTP)) {
            return name;
        }
        String request = name.substring(OF_HTTP.length());
        int end = request.indexOf(' ');
        String method = end < 0 ? request : request.substring(0, end);
        return METHODS.contains(method) ? name : OF_HTTP + "unknown" + request.substring(method.length());
    }

    @Override
    public SpanContext getSpanContext() {
        return withoutState(super.getSpanContext());
    }

    @Override
    public SpanContext getParentSpanContext() {
        return withoutState(super.getParentSpanContext());
    }

    /** They name traces of others, with their states. */
    @Override
    public List<LinkData> getLinks() {
        return List.of();
    }

    @Override
    public int getTotalRecordedLinks() {
        return 0;
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    /** The events of a span are its exceptions. */
    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    /** The state of a trace is any text that a caller sends. */
    private static SpanContext withoutState(SpanContext context) {
        return context.isRemote()
                ? SpanContext.createFromRemoteParent(
                        context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault())
                : SpanContext.create(
                        context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault());
    }
}
