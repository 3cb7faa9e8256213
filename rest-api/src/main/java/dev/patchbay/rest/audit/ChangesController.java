package dev.patchbay.rest.audit;

import static dev.patchbay.shared.apikey.Permission.READ;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.caller.Authentication;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.audit.AuditFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The audit trail as it grows. Streams end when the server is about to, and when their key is no longer good. */
@Controller
final class ChangesController {
    private static final Logger LOG = LoggerFactory.getLogger(ChangesController.class);
    private static final Duration BETWEEN_BOOKMARKS = Duration.ofSeconds(5);

    /** Whoever waits longer asks again: a process that is asked and says nothing for some seconds is taken for dead. */
    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(3);

    private static final Pattern EVENT_ID = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern WAIT = Pattern.compile("([0-9]|[1-5][0-9]|60)s");
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final int MOST_PARTS = 10;

    private final Authentication authentication;
    private final Clock clock;
    private final Followers followers;
    private final Turns turns;

    ChangesController(Authentication authentication, Clock clock, Followers followers, Turns turns) {
        this.authentication = authentication;
        this.clock = clock;
        this.followers = followers;
        this.turns = turns;
    }

    @GetMapping("/api/v1/public/changes")
    @Requires(READ)
    void follow(Exchange exchange, HttpServletRequest request, HttpServletResponse response) {
        AuditFilter filter = new AuditParameters(exchange).filter();
        if (filter.first() == Long.MAX_VALUE) {
            throw Problem.parameter("from is in the future");
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Runnable check = () -> authentication.identify(authorization);
        Feed feed = new Feed(exchange, filter, after(exchange, request), turns, check);
        Duration wait = wait(exchange);
        boolean endless = isEndless(request);
        try {
            followers.serve(exchange.scope().accountId(), () -> {
                if (endless) {
                    stream(feed, new ReplayWatch(exchange, clock), new EventStream(response), check);
                } else {
                    answer(feed, wait, new EntryLines(response), check);
                }
            });
        } catch (IOException e) {
            LOG.debug("nobody follows any more", e);
        } catch (Problem e) {
            // What is on its way is cut short: without a bookmark it is not whole.
            if (!response.isCommitted()) {
                throw e;
            }
            LOG.debug("the feed ends", e);
        }
    }

    /** Says where it stands at once, after every gap, and when nothing happens for a while. */
    private void stream(Feed feed, ReplayWatch replays, EventStream stream, Runnable check) throws IOException {
        stream.bookmark(feed.place());
        replays.tell(stream);
        Instant bookmarked = clock.instant();
        while (!feed.isOver()) {
            boolean more = feed.isThereMore(replays.patience(BETWEEN_BOOKMARKS));
            if (!followers.areWelcome()) {
                return;
            }
            if (!more) {
                check.run();
            }
            boolean told = more && feed.advance(stream);
            if (!told && bookmarked.plus(BETWEEN_BOOKMARKS).isBefore(clock.instant())) {
                stream.bookmark(feed.place());
                bookmarked = clock.instant();
            }
            replays.tell(stream);
        }
    }

    /** Waits for the first entry, then takes what there is. */
    private void answer(Feed feed, Duration wait, EntryLines lines, Runnable check) throws IOException {
        long begun = System.nanoTime();
        boolean told = false;
        for (int parts = 0; followers.areWelcome() && parts < MOST_PARTS && !feed.isOver(); ) {
            Duration left = wait.minusNanos(System.nanoTime() - begun);
            boolean waiting = !told && left.isPositive();
            if (!feed.isThereMore(waiting ? shorter(left, LONGEST_QUESTION) : Duration.ZERO)) {
                if (waiting && followers.areWelcome()) {
                    check.run();
                    continue;
                }
                break;
            }
            boolean some = feed.advance(lines);
            told |= some;
            // Also of what is not wanted: there may be more of it for ever.
            parts += some || feed.isBehind() || !waiting ? 1 : 0;
        }
        lines.bookmark(feed.place());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Who asks for the headers only would never hear an end. */
    private static boolean isEndless(HttpServletRequest request) {
        String types = request.getHeader(HttpHeaders.ACCEPT);
        return types != null
                && types.contains(EventStream.TYPE)
                && !request.getMethod().equals("HEAD");
    }

    private static long after(Exchange exchange, HttpServletRequest request) {
        long now = exchange.position();
        String lastEvent = request.getHeader(LAST_EVENT_ID);
        if (lastEvent == null) {
            return exchange.point("after").orElse(now);
        }
        if (!EVENT_ID.matcher(lastEvent).matches()) {
            throw Problem.badRequest("Last-Event-ID must be the id of an event of this stream");
        }
        return exchange.reached(LAST_EVENT_ID, Long.parseLong(lastEvent));
    }

    private static Duration wait(Exchange exchange) {
        return exchange.parameter("wait")
                .map(text -> {
                    Matcher seconds = WAIT.matcher(text);
                    if (!seconds.matches()) {
                        throw Problem.parameter("wait must be seconds from 0s to 60s");
                    }
                    return Duration.ofSeconds(Long.parseLong(seconds.group(1)));
                })
                .orElse(Duration.ZERO);
    }
}
