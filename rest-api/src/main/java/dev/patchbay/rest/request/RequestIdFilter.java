package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Failures;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a name, the client's own where it has a good one: in the answer, in the log, on every event. */
public final class RequestIdFilter extends OncePerRequestFilter {
    public static final String HEADER = "X-Request-Id";

    private static final Pattern GOOD = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");
    private static final String ATTRIBUTE = RequestIdFilter.class.getName() + ".id";

    /** The name of a request that has passed this filter. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : make();
    }

    public static String choose(@Nullable String offered) {
        return offered != null && GOOD.matcher(offered).matches() ? offered : make();
    }

    /** What the container turns away itself, such as TRACE, passes here only on its way to the error page. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = request.getAttribute(ATTRIBUTE) instanceof String known ? known : choose(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        MDC.put(Failures.REQUEST_ID, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Failures.REQUEST_ID);
        }
    }

    private static String make() {
        return IdentifierFactory.getInstance().generateIdentifier();
    }
}
