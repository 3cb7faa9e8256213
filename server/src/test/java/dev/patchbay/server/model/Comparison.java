package dev.patchbay.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.model.World.ApiKey;
import dev.patchbay.server.model.World.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads everything with every key and compares it with what the model says. */
final class Comparison {

    /** Stands for the time at which a key was used last. */
    static final String SOME_TIME = "some time";

    private static final int LOOKS_BACK = 40;

    private static final Pattern LAST_USE =
            Pattern.compile("\"last_used_at\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\"");
    private static final ExecutorService CLIENTS = Executors.newFixedThreadPool(
            3, Thread.ofPlatform().daemon().name("reader-", 1).factory());

    private final Model model;
    private final Map<Request, Seen> seen = new HashMap<>();
    private final List<Earlier> earlier = new ArrayList<>();
    private long position;

    /** What was answered from a position, before more happened. */
    private record Earlier(ApiKey reader, String path, long position, String body) {}

    /** What was answered before. */
    private record Seen(String etag, String expected) {}

    private record Reading(
            ApiKey reader,
            Request request,
            Answer expected,
            @Nullable Seen before,
            Future<Reply> reply) {}

    Comparison(Model model) {
        this.model = model;
    }

    /** No answer may be older than this from now on. */
    void expectPosition(long atLeast) {
        position = Math.max(position, atLeast);
    }

    /** Nothing was decided since everything was compared: every answer is still from the same position. */
    void nothingNew(Client client, int step) {
        for (ApiKey key : model.world.keys) {
            Reading reading = read(client, key, Kind.ALL.get(step % 4).path, false);
            check(reading);
            await(reading.reply)
                    .header("Patchbay-Position")
                    .ifPresent(now -> assertThat(Long.parseLong(now))
                            .as("position after a request without effect")
                            .isEqualTo(position));
        }
    }

    /** @param step odd ones ask whether anything has changed, even ones for the whole */
    void everything(Client client, int step) {
        for (ApiKey key : model.world.keys) {
            if (!key.used && !key.revoked) {
                check(read(client, key, "/projects", false));
            }
        }
        List<Reading> readings = new ArrayList<>();
        for (List<ApiKey> equals : byWhatTheySee().values()) {
            ApiKey reader = equals.get(step % equals.size());
            model.readable(reader, step).forEach(path -> readings.add(read(client, reader, path, step % 2 == 1)));
        }
        for (ApiKey key : model.world.keys) {
            readings.add(read(client, key, Kind.ALL.get(step % 4).path, false));
        }
        readings.forEach(this::check);
    }

    private Map<String, List<ApiKey>> byWhatTheySee() {
        Map<String, List<ApiKey>> readers = new LinkedHashMap<>();
        for (ApiKey key : model.world.keys) {
            if (!key.revoked && key.may("read")) {
                readers.computeIfAbsent(key.account + " " + key.project, same -> new ArrayList<>())
                        .add(key);
            }
        }
        return readers;
    }

    private Reading read(Client client, ApiKey reader, String path, boolean ifChanged) {
        Request request = Request.get(reader.secret, path);
        Answer expected = model.answer(request, NOTHING_NEW);
        Seen before = ifChanged ? seen.get(request) : null;
        String[] headers = before == null ? new String[0] : new String[] {"If-None-Match", before.etag};
        Future<Reply> reply = CLIENTS.submit(() -> client.as(reader.secret).get(path, headers));
        return new Reading(reader, request, expected, before, reply);
    }

    private void check(Reading reading) {
        Reply reply = await(reading.reply);
        Answer expected = reading.expected;
        String what = reading.request.toString();
        compare(reading, reply, what);
        if (expected.status() == 200) {
            assertThat(reply.position()).as("position of %s", what).isGreaterThanOrEqualTo(position);
            position = reply.position();
            if (expected.about() != null) {
                observe(expected.about(), reply.etag(), what);
            }
            if (reply.status() == 200 && reading.reader.project == null) {
                earlier.add(new Earlier(reading.reader, reading.request.path(), reply.position(), reply.body()));
            }
        }
    }

    /** What was answered then is answered still, to whom may still ask, when it is asked for as of then. */
    void lookBack(Client client) {
        for (int i = 0; i < earlier.size(); i += Math.max(1, earlier.size() / LOOKS_BACK)) {
            Earlier then = earlier.get(i);
            if (!then.reader.revoked) {
                String path = then.path + (then.path.contains("?") ? "&" : "?") + "as_of=@" + then.position;
                assertThat(timeless(client.as(then.reader.secret).get(path).body()))
                        .as(path)
                        .isEqualTo(timeless(then.body));
            }
        }
    }

    private void compare(Reading reading, Reply reply, String what) {
        Seen before = reading.before;
        String expected = reading.expected.body();
        if (before != null && reply.status() == 304) {
            assertThat(before.expected).as("what 304 stands for, of %s", what).isEqualTo(expected);
            return;
        }
        assertThat(reply.status() + " " + timeless(reply.body()))
                .as(what)
                .isEqualTo(reading.expected.status() + " " + expected);
        if (reply.status() == 200) {
            if (before != null) {
                assertThat(reply.etag())
                        .as("a new ETag for a new answer to %s", what)
                        .isNotEqualTo(before.etag);
            }
            seen.put(reading.request, new Seen(reply.etag(), expected));
        }
    }

    /** The version in an ETag changes exactly when the thing does. */
    static void observe(Thing thing, String etag, String what) {
        long version = Long.parseLong(etag.substring(1, etag.indexOf('-')));
        if (thing.seenRevision == thing.revision) {
            assertThat(version).as("version of what has not changed, %s", what).isEqualTo(thing.seenVersion);
            return;
        }
        assertThat(version).as("version of what has changed, %s", what).isGreaterThan(thing.seenVersion);
        thing.seenRevision = thing.revision;
        thing.seenVersion = version;
        thing.etags.add(etag);
    }

    /** The body without the times at which keys were used. */
    static String timeless(String body) {
        return LAST_USE.matcher(body).replaceAll("\"last_used_at\":\"" + SOME_TIME + "\"");
    }

    private static Reply await(Future<Reply> reply) {
        try {
            return reply.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("no answer", e);
        }
    }

    private static final Model.Told NOTHING_NEW = new Model.Told() {
        @Override
        public long id() {
            throw new IllegalStateException("a read made something");
        }

        @Override
        public String text(String member) {
            throw new IllegalStateException("a read made something");
        }
    };
}
