package dev.patchbay.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.model.World.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One world on the server, next to its model. */
final class Play {

    /** Places among the keys. */
    static final int WHOLE_ACCOUNT = 0;

    static final int ONE_PROJECT = 2;

    private final World world;
    private final Model model;
    private final Comparison comparison;
    private final Requests requests;
    private final List<Request> asked = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private Client client;

    /** Two new accounts: one with two projects and keys of all sorts, one with nothing but its first key. */
    Play(int number, Client administrator) {
        client = administrator;
        world = new World(number);
        model = new Model(world);
        comparison = new Comparison(model);
        requests = new Requests(world);
        ApiKey mine = open();
        ApiKey others = open();
        for (String name : List.of("Zoë Müller", "bob")) {
            ask(post(mine, "/projects", "{\"name\": \"" + name + "\", \"language\": \"en\"}"));
        }
        ask(post(others, "/projects", "{\"name\": \"Operator\", \"language\": \"lt\"}"));
        ask(post(others, "/operators", "{\"name\": \"x\", \"phone_number\": \"+15551234567\"}"));
        List<Long> projects = world.ofAccount(Kind.PROJECT, mine.account).stream()
                .map(project -> project.id)
                .toList();
        ApiKey scoped = issue(mine, "\"read\", \"write\", \"delete\"", projects.getFirst());
        issue(mine, "\"read\", \"write\"", projects.getLast());
        issue(mine, "\"read\"", null);
        issue(mine, "\"write\"", null);
        issue(mine, "\"delete\"", null);
        for (ApiKey key : List.of(mine, scoped)) {
            ask(post(key, "/operators", "{\"name\": \"Zoe Muller\", \"phone_number\": \"+15551234567\"}"));
        }
        ask(post(scoped, "/virtual_numbers", "{\"phone_number\": \"+1555" + world.digits + "9\"}"));
        compare();
    }

    private ApiKey open() {
        Reply reply = client.post("/accounts", "{\"name\": \"World " + world.digits + "\"}");
        JsonNode firstKey = reply.data().get("api_key");
        ApiKey key = new ApiKey(firstKey.get("id").asLong(), reply.id());
        key.name = "First key";
        key.permissions = List.of("read", "write", "delete");
        key.secret = firstKey.get("key").stringValue();
        key.createdAt = firstKey.get("created_at").stringValue();
        world.add(key);
        return key;
    }

    private ApiKey issue(ApiKey issuer, String permissions, @Nullable Long project) {
        ask(post(
                issuer,
                "/api_keys",
                "{\"name\": \"bob\", \"permissions\": [" + permissions + "], \"project_id\": " + project + "}"));
        return world.keys.getLast();
    }

    private static Request post(ApiKey key, String path, String body) {
        return Request.of(key.secret, "POST", path, body);
    }

    /** Lets it happen on both sides, and compares. */
    void perform(Action action) {
        Request request = requests.of(action, asked);
        if (request == null) {
            return;
        }
        if (ask(request)) {
            compare();
        } else {
            telling(() -> comparison.nothingNew(client, story.size() / 2));
        }
    }

    /** Asks again for some of what was answered on the way, as it was then. */
    void lookBack() {
        telling(() -> comparison.lookBack(client));
    }

    /** Compares everything once more, on a server that may be another one. */
    void compare(Client now) {
        client = now;
        compare();
    }

    private void compare() {
        telling(() -> comparison.everything(client, story.size() / 2));
    }

    /** Answers whether it may have had an effect. */
    private boolean ask(Request request) {
        asked.add(request);
        story.add(request.toString());
        AtomicBoolean effect = new AtomicBoolean();
        telling(() -> effect.set(check(request)));
        return effect.get();
    }

    private boolean check(Request request) {
        Reply reply =
                client.as(request.secret()).send(request.method(), request.path(), request.body(), request.headers());
        story.add("  # " + reply.status() + " " + reply.body());
        Answer expected = model.answer(
                request, new Tales(world, Reads.kind(Path.of(request.path()).root()), reply));
        assertThat(reply.status() + " " + reply.body()).isEqualTo(expected.status() + " " + expected.body());
        assertThat(reply.header("Idempotent-Replayed").isPresent())
                .as("replayed")
                .isEqualTo(expected.replayed());
        if (expected.about() != null) {
            Comparison.observe(expected.about(), reply.etag(), "the answer");
        }
        boolean effect = reply.status() < 300 && !expected.replayed();
        if (effect) {
            comparison.expectPosition(reply.position());
        }
        return effect;
    }

    private void telling(Runnable check) {
        try {
            check.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(String.join("\n", story) + "\n\n" + e.getMessage(), e);
        }
    }

    /** What the server decided, believed only as far as it can be true. */
    private record Tales(World world, Kind kind, Reply reply) implements Model.Told {

        @Override
        public long id() {
            long id = Long.parseLong(text("id"));
            assertThat(world.everKnown.get(kind))
                    .as("ids that were given out before")
                    .allMatch(old -> old < id);
            return id;
        }

        @Override
        public String text(String member) {
            assertThat(reply.status())
                    .as("status of what the model lets happen")
                    .isLessThan(300);
            JsonNode node = reply.json().at("/data/" + member);
            assertThat(node.isMissingNode()).as("/data/%s is missing", member).isFalse();
            String text = node.asString();
            if (member.endsWith("_at")) {
                Instant now = Instant.now();
                assertThat(Instant.parse(text)).as(member).isBetween(now.minus(Duration.ofMinutes(1)), now);
            }
            return text;
        }
    }
}
