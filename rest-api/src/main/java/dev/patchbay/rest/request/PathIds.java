package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.apikey.ApiKeyId;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.replay.ReplayId;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.team.TeamId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Ids in paths: what is not one in its only written form is mostly not found. */
public final class PathIds implements HandlerMethodArgumentResolver {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,18}");
    private static final Map<Class<?>, LongFunction<Object>> KINDS = Map.of(
            AgentId.class, AgentId::new,
            ApiKeyId.class, ApiKeyId::new,
            CallId.class, CallId::new,
            OperatorId.class, OperatorId::new,
            Position.class, Position::new,
            ProjectId.class, ProjectId::new,
            ReplayId.class, ReplayId::new,
            RoleId.class, RoleId::new,
            TeamId.class, TeamId::new,
            VirtualNumberId.class, VirtualNumberId::new);

    /** Where something else is wrong with what is no id than that there is no such thing. */
    private static final Map<Class<?>, Supplier<Problem>> OTHERWISE = Map.of(
            AgentId.class, () -> Envelope.empty("id"),
            RoleId.class, () -> Envelope.invalid("id"),
            TeamId.class, () -> Envelope.invalid("id"));

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return KINDS.containsKey(parameter.getParameterType())
                || parameter.getParameterType().equals(UUID.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (!(variables instanceof Map<?, ?> values)
                || !(values.get(parameter.getParameterName()) instanceof String text)) {
            throw new IllegalStateException("the path has no " + parameter);
        }
        LongFunction<Object> kind = KINDS.get(parameter.getParameterType());
        if (kind == null) {
            return Uuids.parse(text).orElseThrow(Problem::notFound);
        }
        return kind.apply(
                parse(text).orElseThrow(OTHERWISE.getOrDefault(parameter.getParameterType(), Problem::notFound)));
    }

    static OptionalLong parse(String text) {
        try {
            if (ID.matcher(text).matches()) {
                return OptionalLong.of(Long.parseLong(text));
            }
        } catch (NumberFormatException e) {
            // 19 digits may be too many.
        }
        return OptionalLong.empty();
    }
}
