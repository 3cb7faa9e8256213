package dev.patchbay.rest.answer;

import dev.patchbay.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Every failure as an answer; only what nobody foresaw is logged. */
@ControllerAdvice
public final class Failures {
    /** Under what the request is named in the logging context. */
    public static final String REQUEST_ID = "request_id";

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @ExceptionHandler(Throwable.class)
    public Reply reply(Throwable failure, HttpServletRequest request) {
        return switch (failure) {
            case CutOff cut -> throw cut;
            case Problem problem -> problem.reply();
            case HttpRequestMethodNotSupportedException wrong -> methodNotAllowed(wrong);
            case ErrorResponse response
            when response.getStatusCode().is4xxClientError() ->
                ofStatus(response.getStatusCode().value());
            default ->
                Refusal.in(failure)
                        .flatMap(Failures::ofRefusal)
                        .map(Problem::reply)
                        .orElseGet(() -> unexpected(failure, request));
        };
    }

    /** What the reason of a refusal means in HTTP; empty for those that only a mistake in the code can cause. */
    public static Optional<Problem> ofRefusal(Refusal.Details refusal) {
        return Optional.ofNullable(
                switch (refusal.reason()) {
                    case NOT_FOUND -> Problem.notFound();
                    case INVALID -> Problem.invalid(List.of(refusal.message()));
                    case TAKEN, NOT_NOW -> Problem.taken(refusal.message());
                    case IN_USE -> Problem.conflict("domain_in_use", refusal.message());
                    case SUSPENDED -> Problem.conflict("identity_suspended", refusal.message());
                    case UNVERIFIED -> Problem.conflict("domain_not_verified", refusal.message());
                    case CONCURRENT, STALE -> Problem.crowded();
                    case UNAVAILABLE -> Problem.unavailable();
                    case REPEATED, ANONYMOUS -> null;
                });
    }

    /** The general answer of a status that the container or the framework decided on. */
    public static Reply ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.unknownPath().reply();
            case 405 -> Reply.error(405, "Method not allowed");
            case 413 -> Problem.tooLarge().reply();
            case 415 -> Problem.notJson().reply();
            default -> {
                HttpStatus known = HttpStatus.resolve(status);
                String phrase = known == null ? "Error" : known.getReasonPhrase();
                yield Reply.error(
                        status, phrase.substring(0, 1) + phrase.substring(1).toLowerCase(Locale.ROOT));
            }
        };
    }

    private static Reply methodNotAllowed(HttpRequestMethodNotSupportedException wrong) {
        Set<String> allowed = new TreeSet<>();
        Set<HttpMethod> supported = wrong.getSupportedHttpMethods();
        if (supported != null) {
            supported.forEach(method -> allowed.add(method.name()));
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        allowed.add("OPTIONS");
        return ofStatus(405).with(HttpHeaders.ALLOW, String.join(", ", allowed));
    }

    private static Reply unexpected(Throwable failure, HttpServletRequest request) {
        LOG.error(
                "{} {} failed unexpectedly, request {}",
                request.getMethod(),
                request.getRequestURI(),
                MDC.get(REQUEST_ID),
                failure);
        return Reply.error(500, "Internal server error");
    }
}
