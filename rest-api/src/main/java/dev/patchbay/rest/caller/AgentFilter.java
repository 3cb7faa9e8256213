package dev.patchbay.rest.caller;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Failures;
import dev.patchbay.rest.answer.Replies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody near the agents' API without a good pair of keys. */
public final class AgentFilter extends OncePerRequestFilter {
    private final AgentAuthentication authentication;
    private final Failures failures;

    public AgentFilter(AgentAuthentication authentication, Failures failures) {
        this.authentication = authentication;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Envelope.use(request);
        try {
            authentication
                    .identify(request.getHeader(HttpHeaders.AUTHORIZATION))
                    .enter(request);
        } catch (RuntimeException e) {
            Replies.write(Envelope.around(failures.reply(e, request), request), response);
            return;
        }
        chain.doFilter(request, response);
    }
}
