package dev.patchbay.rest.settings;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The auth tokens of Twilio accounts, by the id of the account that they serve; never printed. */
public final class TwilioTokens {
    private static final Pattern ACCOUNT = Pattern.compile("[1-9][0-9]{0,17}");

    private final Map<Long, String> tokens = new HashMap<>();

    public TwilioTokens(@DefaultValue Auth auth) {
        auth.tokens().forEach((account, token) -> {
            String name = "patchbay.twilio.auth.tokens." + account + " (PATCHBAY_TWILIO_AUTH_TOKENS_...)";
            if (!ACCOUNT.matcher(account).matches()) {
                throw new IllegalArgumentException(name + " must end with the id of an account, such as 1");
            }
            if (token.isBlank()) {
                throw new IllegalArgumentException(name + " must not be empty");
            }
            tokens.put(Long.valueOf(account), token.strip());
        });
    }

    /** The token of an account, if it has one. */
    public Optional<String> of(long account) {
        return Optional.ofNullable(tokens.get(account));
    }

    /** The tokens of all accounts. */
    public Collection<String> all() {
        return tokens.values();
    }

    @Override
    public String toString() {
        return "Twilio's auth tokens of " + tokens.size() + " accounts";
    }

    /**
     * Tokens as they were set. The words of the name are levels of their own, because the environment cannot say that a map's
     * name has a dash.
     *
     * @param tokens by what should be the id of an account
     */
    public record Auth(@DefaultValue Map<String, String> tokens) {
        public Auth {
            tokens = Map.copyOf(tokens);
        }

        @Override
        public String toString() {
            return tokens.keySet().toString();
        }
    }
}
