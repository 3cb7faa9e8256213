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

/** Lets nobody near the API without a good key, nor more often than the key allows. */
public final class CallerFilter extends OncePerRequestFilter {
    private final Authentication authentication;
    private final RateLimits limits;
    private final Failures failures;

    public CallerFilter(Authentication authentication, RateLimits limits, Failures failures) {
        this.authentication = authentication;
        this.limits = limits;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Caller caller = authentication.identify(request.getHeader(HttpHeaders.AUTHORIZATION));
            limits.count(caller);
            caller.enter(request);
        } catch (RuntimeException e) {
            Replies.write(Envelope.around(failures.reply(e, request), request), response);
            return;
        }
        chain.doFilter(request, response);
    }
}
