package dev.patchbay.server.postgres;

import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the shared database is.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, with whatever parameters its driver knows
 * @param user who owns the tables, which the first process that starts makes; else the one in the URL
 * @param password the user's; else the one in the URL
 */
@ConfigurationProperties("patchbay.postgres")
record PostgresSettings(
        @DefaultValue("jdbc:postgresql://localhost:5432/patchbay")
        String url,

        @DefaultValue("") String user,
        @DefaultValue("") String password) {

    private static final String PREFIX = "jdbc:postgresql:";

    PostgresSettings {
        if (!url.startsWith(PREFIX) || hasUser(url)) {
            throw new IllegalArgumentException("patchbay.postgres.url (PATCHBAY_POSTGRES_URL) must begin with " + PREFIX
                    + "// and the host; the user has a setting of its own");
        }
    }

    /** A user in front of the host would become part of its name, and that is printed. */
    private static boolean hasUser(String url) {
        int parameters = url.indexOf('?');
        return url.substring(0, parameters < 0 ? url.length() : parameters).contains("@");
    }

    void apply(PGSimpleDataSource source) {
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            // It would say the URL, which may have a password.
            throw new IllegalArgumentException("patchbay.postgres.url (PATCHBAY_POSTGRES_URL) is no URL of a database");
        }
        if (!user.isEmpty()) {
            source.setUser(user);
        }
        if (!password.isEmpty()) {
            source.setPassword(password);
        }
    }

    @Override
    public String toString() {
        return "a PostgreSQL database";
    }
}
