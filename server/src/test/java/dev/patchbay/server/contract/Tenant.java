package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An account of its own, so that one test sees nothing of another. */
record Tenant(Client client) {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    static Tenant open() {
        Reply opened = SharedServer.client().post("/accounts", """
                {"name": "An account"}""");
        assertThat(opened.status()).isEqualTo(201);
        return new Tenant(
                SharedServer.client().as(opened.data().get("api_key").get("key").asString()));
    }

    /** A number that nobody has. */
    static String phoneNumber() {
        return "+1555%07d".formatted(NUMBERS.incrementAndGet());
    }

    /** The account seen with another key, with these permissions only. */
    Client with(String... permissions) {
        return scopedTo(null, permissions);
    }

    /** The account seen with a key of one project. */
    Client scopedTo(@Nullable Long project, String... permissions) {
        String granted =
                Arrays.stream(permissions).map(word -> '"' + word + '"').collect(Collectors.joining(",", "[", "]"));
        Reply issued = client.post("/api_keys", """
                {"name": "A key", "permissions": %s, "project_id": %s}""".formatted(granted, project));
        assertThat(issued.status()).isEqualTo(201);
        return client.as(issued.data().get("key").asString());
    }

    long operator(String name) {
        return made(client.post("/operators", """
                {"name": "%s", "phone_number": "+15555550112"}""".formatted(name)));
    }

    long number(String name) {
        return made(client.post("/virtual_numbers/purchase", """
                {"phone_number": "%s", "name": "%s"}""".formatted(phoneNumber(), name)));
    }

    long project(String name) {
        return made(client.post("/projects", """
                {"name": "%s", "language": "en"}""".formatted(name)));
    }

    Reply attach(long number, long operator) {
        return client.post("/virtual_numbers/" + number + "/add_operator", """
                {"operator_id": %d}""".formatted(operator));
    }

    void link(long project, long operator) {
        Reply linked = client.post("/projects/" + project + "/operators", """
                {"operator_id": %d}""".formatted(operator));
        assertThat(linked.status()).isEqualTo(200);
    }

    Reply assign(long project, long number) {
        return client.post("/projects/" + project + "/virtual_numbers", """
                {"virtual_number_id": %d}""".formatted(number));
    }

    /** Takes back what happened at a position. */
    Reply undo(long position, String... headers) {
        Reply undone = client.post("/audit_events/" + position + "/undo", "{}", headers);
        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        return undone;
    }

    /** Makes something what it was. */
    Reply restore(String path, String body) {
        Reply restored = client.post(path + "/restore", body);
        assertThat(restored.status()).as(restored.body()).isEqualTo(200);
        return restored;
    }

    /** The position of the last entry of a request; what follows it only keeps something out of the log. */
    long entry(Reply reply) {
        return client.get("/audit_events?per_page=1&to=@" + reply.position())
                .data()
                .get(0)
                .get("position")
                .asLong();
    }

    /** What is to be seen under some paths. */
    List<String> data(String... paths) {
        return Stream.of(paths).map(path -> client.get(path).data().toString()).toList();
    }

    private static long made(Reply reply) {
        assertThat(reply.status()).isEqualTo(201);
        return reply.id();
    }
}
