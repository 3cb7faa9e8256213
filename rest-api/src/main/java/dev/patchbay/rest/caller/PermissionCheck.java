package dev.patchbay.rest.caller;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.shared.apikey.Permission;
import dev.patchbay.shared.role.AgentPermission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to a controller only when its key, or its agent, is what the method requires. */
public final class PermissionCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Requires required = method.getMethodAnnotation(Requires.class);
            if (required != null) {
                check(required, Caller.of(request));
            }
            ForAgents allowed = method.getMethodAnnotation(ForAgents.class);
            if (allowed != null) {
                check(allowed, AgentCaller.of(request));
            }
        }
        return true;
    }

    private static void check(Requires required, Caller caller) {
        if (!caller.permissions().contains(required.value())) {
            throw Problem.forbidden(name(required.value()) + " permission required");
        }
        if (!required.accountWide().isEmpty() && !caller.isAccountWide()) {
            throw Problem.forbidden(required.accountWide());
        }
    }

    private static void check(ForAgents allowed, AgentCaller caller) {
        boolean may = allowed.value().length == 0
                || Arrays.stream(allowed.value()).map(AgentPermission::word).anyMatch(caller.permissions()::contains);
        if (!may) {
            throw Envelope.problem(403, "Permission denied");
        }
    }

    private static String name(Permission permission) {
        return StringUtils.capitalize(permission.word());
    }
}
