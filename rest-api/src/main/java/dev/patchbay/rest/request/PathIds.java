package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.shared.apikey.ApiKeyId;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Ids in paths: what is not one in its only written form is not found. */
public final class PathIds implements HandlerMethodArgumentResolver {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,18}");
    private static final Map<Class<?>, LongFunction<Object>> KINDS = Map.of(
            ApiKeyId.class, ApiKeyId::new,
            CallId.class, CallId::new,
            OperatorId.class, OperatorId::new,
            ProjectId.class, ProjectId::new,
            VirtualNumberId.class, VirtualNumberId::new);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return KINDS.containsKey(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        LongFunction<Object> kind = KINDS.get(parameter.getParameterType());
        Object variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (kind == null
                || !(variables instanceof Map<?, ?> values)
                || !(values.get(parameter.getParameterName()) instanceof String text)) {
            throw new IllegalStateException("the path has no " + parameter);
        }
        return kind.apply(parse(text));
    }

    static long parse(String text) {
        try {
            if (ID.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            // 19 digits may be too many.
        }
        throw Problem.notFound();
    }
}
