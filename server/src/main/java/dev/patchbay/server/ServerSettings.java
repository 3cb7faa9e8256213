package dev.patchbay.server;

import dev.patchbay.rest.exchange.NewKeyPair;
import dev.patchbay.shared.text.EmailAddress;
import dev.patchbay.shared.text.InvalidText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the server keeps its data, and what its first keys are.
 *
 * @param store where the log is kept
 * @param roles what this process does; none is all
 * @param dataDir the directory of the embedded store, or of the views of this process; made when it is missing
 * @param bootstrapKey the first API key instead of a random one: {@code idc_} and 32 letters or digits
 * @param admin the first agent
 */
@ConfigurationProperties("patchbay")
public record ServerSettings(
        @DefaultValue("sqlite") Store store,
        @DefaultValue Set<Role> roles,
        @DefaultValue("./data") Path dataDir,
        @Nullable String bootstrapKey,
        @DefaultValue Admin admin) {

    /** Where the log, and what must not be in it, is kept. */
    public enum Store {
        /** In files of the data directory, for one process. */
        SQLITE,
        /** In a database that processes share. */
        POSTGRES,
        /** In an event store that processes share, beside such a database. */
        AXON_SERVER;

        /** Whether several processes may use it. */
        public boolean isShared() {
            return this != SQLITE;
        }
    }

    /** What a process does; where it does not do all, others do the rest, and they meet at an Axon Server. */
    public enum Role {
        /** Decides. */
        COMMAND,
        /** Builds the views, answers from them, and does what follows from events: mail, look-ups of domains, replays. */
        QUERY,
        /** Lets clients in. */
        API;

        /** As it is set. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ServerSettings {
        roles = OnRole.orAll(roles);
        if (bootstrapKey != null && bootstrapKey.isBlank()) {
            bootstrapKey = null;
        }
        if (bootstrapKey != null && !bootstrapKey.matches("idc_[A-Za-z0-9]{32}")) {
            throw new IllegalArgumentException(
                    "patchbay.bootstrap-key (PATCHBAY_BOOTSTRAP_KEY) must be idc_ and 32 letters or digits");
        }
    }

    /** Whether this process does all there is to do, so that it needs no other. */
    boolean isWhole() {
        return roles.equals(OnRole.ALL);
    }

    /** The first agent's pair of keys; null for one that is made up. */
    @Nullable
    NewKeyPair adminPair() {
        Admin.Api api = admin.api();
        return api.key().isBlank()
                ? null
                : new NewKeyPair(api.key().strip(), api.secret().strip());
    }

    String adminEmail() {
        return admin.email();
    }

    /**
     * The first agent.
     *
     * @param email the address, in any case
     * @param api the pair of keys; its words are levels of their own, as the environment says them
     */
    public record Admin(
            @DefaultValue("admin@example.com") String email,
            @DefaultValue Api api) {

        public Admin {
            try {
                email = EmailAddress.parse(email.toLowerCase(Locale.ROOT)).value();
            } catch (InvalidText e) {
                throw new IllegalArgumentException(
                        "patchbay.admin.email (PATCHBAY_ADMIN_EMAIL) must be an e-mail address, not '" + email + "'");
            }
        }

        /** A key of 32 letters or digits and a secret of 64, both or none; never printed. */
        public record Api(
                @DefaultValue("") String key,
                @DefaultValue("") String secret) {

            public Api {
                boolean none = key.isBlank() && secret.isBlank();
                if (!none && !(NewKeyPair.isKey(key.strip()) && NewKeyPair.isSecret(secret.strip()))) {
                    throw new IllegalArgumentException(
                            "patchbay.admin.api.key (PATCHBAY_ADMIN_API_KEY) must be 32 letters or digits, and"
                                    + " patchbay.admin.api.secret (PATCHBAY_ADMIN_API_SECRET) 64");
                }
            }

            @Override
            public String toString() {
                return key.isBlank() ? "none" : "a pair of keys";
            }
        }
    }
}
