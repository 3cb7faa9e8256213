package dev.patchbay.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What all this is about. */
record Patchbay(Path jar) implements Contestant {

    private static final Pattern EVENTS = Pattern.compile("(?m)^patchbay_log_position (\\S+)");
    private static final Pattern SHOWN = Pattern.compile("(?m)^patchbay_views_position (\\S+)");

    @Override
    public String name() {
        return "Patchbay";
    }

    @Override
    public Durability durability() {
        return Durability.GROUPED_SQLITE;
    }

    @Override
    public boolean isStock() {
        return false;
    }

    @Override
    public Server start(Path directory) throws IOException {
        return Server.start(jar, directory);
    }

    @Override
    public Account account(Server server) throws IOException {
        return Account.open(server);
    }

    /** An answer says the position of the views only, hence the metrics. */
    @Override
    public Stored stored(Account account) throws IOException {
        String metrics = account.send(Request.metrics());
        return new Stored(position(EVENTS, metrics), position(SHOWN, metrics));
    }

    /** Of a gauge, which may say it as 1.2E7. */
    private static long position(Pattern gauge, String metrics) throws IOException {
        return new BigDecimal(Account.find(gauge, metrics)).longValueExact();
    }
}
