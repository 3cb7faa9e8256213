package dev.patchbay.rest.exchange;

import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives every controller method its exchange. */
@Component
public final class Exchanges implements HandlerMethodArgumentResolver {
    private final Questions questions;
    private final Decisions decisions;
    private final Writes writes;
    private final History history;

    Exchanges(Questions questions, Decisions decisions, Writes writes, History history) {
        this.questions = questions;
        this.decisions = decisions;
        this.writes = writes;
        this.history = history;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Exchange.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        if (asked == null) {
            throw new IllegalStateException("there is no request to exchange");
        }
        return new Exchange(new Asked(asked), questions, decisions, writes, history);
    }
}
