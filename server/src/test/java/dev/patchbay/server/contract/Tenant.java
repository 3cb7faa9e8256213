package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
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

    private static long made(Reply reply) {
        assertThat(reply.status()).isEqualTo(201);
        return reply.id();
    }
}
