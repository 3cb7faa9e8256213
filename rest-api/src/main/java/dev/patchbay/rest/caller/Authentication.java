package dev.patchbay.rest.caller;

import dev.patchbay.rest.answer.Digest;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.apikey.ApiKeyQuery.FindApiKey;
import dev.patchbay.shared.apikey.ApiKeyView;
import dev.patchbay.shared.apikey.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out who calls. */
@Component
public final class Authentication {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(idc_[A-Za-z0-9]{32})");

    private final Credentials credentials;
    private final Questions questions;
    private final Clock clock;

    public Authentication(Credentials credentials, Questions questions, Clock clock) {
        this.credentials = credentials;
        this.questions = questions;
        this.clock = clock;
    }

    /**
     * Who holds the key in an {@code Authorization} header.
     *
     * @throws Problem when the key is missing, malformed, unknown, revoked or expired: all the same to the caller
     */
    public Caller identify(@Nullable String authorization) {
        Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
        if (!bearer.matches()) {
            throw Problem.unauthorized();
        }
        long id = credentials.find(Digest.of(bearer.group(1))).orElseThrow(Problem::unauthorized);
        Instant now = clock.instant();
        ApiKeyView key = find(id).filter(found -> !isExpired(found, now)).orElseThrow(Problem::unauthorized);
        credentials.touch(id, now);
        return new Caller(id, new Scope(key.accountId(), key.projectId()), permissions(key), bearer.group(1));
    }

    private Optional<ApiKeyView> find(long id) {
        return ask(id, Moment.latest())
                // A key that is stored was issued, or is about to be: views that lag behind are no reason to turn it
                // away.
                .or(() -> ask(id, Moment.head()));
    }

    private Optional<ApiKeyView> ask(long id, Moment moment) {
        return questions.ask(new FindApiKey(id, moment)).found();
    }

    private static boolean isExpired(ApiKeyView key, Instant now) {
        return key.expiresAt() != null && !now.isBefore(key.expiresAt());
    }

    private static Set<Permission> permissions(ApiKeyView key) {
        return key.permissions().stream()
                .map(Permission::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
