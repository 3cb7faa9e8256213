package dev.patchbay.rest.caller;

import dev.patchbay.rest.answer.Digest;
import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.caller.AgentCredentials.Pair;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.agent.AgentAuthority;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentQuery.FindAgentAuthority;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out which agent calls. */
@Component
public final class AgentAuthentication {
    private static final Pattern BASIC = Pattern.compile("(?i:basic) +([A-Za-z0-9+/]+={0,2})");
    private static final Pattern TOKEN = Pattern.compile("(?i:token) +(\\S+)");
    private static final Pattern PAIR = Pattern.compile("([A-Za-z0-9]{1,64}):([A-Za-z0-9]{1,128})");

    private final AgentCredentials credentials;
    private final Questions questions;
    private final Clock clock;

    public AgentAuthentication(AgentCredentials credentials, Questions questions, Clock clock) {
        this.credentials = credentials;
        this.questions = questions;
        this.clock = clock;
    }

    /**
     * Who holds the pair in an {@code Authorization} header.
     *
     * @throws dev.patchbay.rest.answer.Problem when it is missing, malformed, unknown, wrong, replaced or revoked, or its agent
     *     disabled or deleted: all the same to the caller
     */
    public AgentCaller identify(@Nullable String authorization) {
        Matcher pair = PAIR.matcher(pair(authorization == null ? "" : authorization));
        if (!pair.matches()) {
            throw Envelope.unauthorized();
        }
        String apiKey = pair.group(1);
        String secret = pair.group(2);
        Pair known = credentials
                .find(apiKey)
                .filter(stored -> isSame(stored.secretDigest(), Digest.of(secret)))
                .orElseThrow(Envelope::unauthorized);
        AgentAuthority authority =
                find(known.agentId(), apiKey).filter(AgentAuthority::enabled).orElseThrow(Envelope::unauthorized);
        credentials.touch(known.agentId(), apiKey, clock.instant());
        return new AgentCaller(new AgentId(known.agentId()), authority.accountId(), authority.permissions(), secret);
    }

    private static String pair(String authorization) {
        Matcher token = TOKEN.matcher(authorization);
        if (token.matches()) {
            return token.group(1);
        }
        Matcher basic = BASIC.matcher(authorization);
        try {
            return basic.matches()
                    ? new String(Base64.getDecoder().decode(basic.group(1)), StandardCharsets.ISO_8859_1)
                    : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** A pair that is stored was issued, or is about to be: views that lag behind are no reason to turn it away. */
    private Optional<AgentAuthority> find(long agent, String apiKey) {
        return ask(agent, apiKey, Moment.latest()).or(() -> ask(agent, apiKey, Moment.head()));
    }

    private Optional<AgentAuthority> ask(long agent, String apiKey, Moment moment) {
        return questions
                .ask(new FindAgentAuthority(agent, moment))
                .found()
                .filter(authority -> apiKey.equals(authority.apiKey()));
    }

    private static boolean isSame(String digest, String other) {
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
