package dev.patchbay.server.history;

import dev.patchbay.server.Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows the changes over connections that break, and remembers the positions of what it was told. */
abstract class Reader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Client client;
    private final Random random;
    private final List<Long> told = new ArrayList<>();
    private long place;

    Reader(Client client, long seed) {
        this.client = client;
        this.random = new Random(seed);
    }

    /** Goes on by the id of the last event that came whole. */
    static Reader ofEvents(Client client, long seed) {
        return new Reader(client, seed) {
            private String id = "0";
            private String event = "";
            private String data = "";

            @Override
            Follower connect() throws IOException {
                event = "";
                return Follower.ofEvents(client, id);
            }

            @Override
            void hear(String line) {
                String value = line.substring(line.indexOf(':') + 1).strip();
                if (line.startsWith("event:")) {
                    event = value;
                } else if (line.startsWith("data:")) {
                    data = value;
                } else if (line.isEmpty() && !event.isEmpty()) {
                    JsonNode said = JSON.readTree(data);
                    id = said.get("position").asString();
                    take(said.get("position").asLong(), event.equals("change"));
                    event = "";
                }
            }
        };
    }

    /** Goes on after the last line that came whole. */
    static Reader ofLines(Client client, long seed) {
        return new Reader(client, seed) {
            private boolean started;

            @Override
            Follower connect() throws IOException {
                started = false;
                return Follower.ofLines(client, place());
            }

            @Override
            void hear(String line) {
                if (started && !line.isEmpty()) {
                    JsonNode said = JSON.readTree(line);
                    boolean bookmark = said.has("bookmark");
                    take(
                            (bookmark ? said.get("bookmark") : said)
                                    .get("position")
                                    .asLong(),
                            !bookmark);
                }
                started |= line.isEmpty();
            }
        };
    }

    abstract Follower connect() throws IOException;

    abstract void hear(String line);

    /** Reads some lines, or none, and hangs up on the rest. */
    void beCutOff(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            Follower follower = connect();
            int lines = random.nextInt(25);
            for (int read = 0; read < lines; read++) {
                Optional<String> line = follower.line();
                if (line.isEmpty()) {
                    break;
                }
                hear(line.get());
            }
            follower.cut();
        }
    }

    /** Reads on, over as many connections as it takes, until it knows of everything up to a position. */
    void readTo(long position) throws IOException {
        while (place < position) {
            try (Follower follower = connect()) {
                Optional<String> line = follower.line();
                while (line.isPresent() && place < position) {
                    hear(line.get());
                    line = place < position ? follower.line() : Optional.empty();
                }
            }
        }
    }

    final void take(long position, boolean change) {
        place = position;
        if (change) {
            told.add(position);
        }
    }

    final long place() {
        return place;
    }

    List<Long> told() {
        return told;
    }
}
