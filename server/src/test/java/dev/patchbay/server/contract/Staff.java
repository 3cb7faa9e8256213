package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** The agents of the first account; names and addresses that nobody else has keep tests apart. */
final class Staff {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Staff() {}

    /** The first agent, who may do everything. */
    static Client admin() {
        return SharedServer.agents();
    }

    /** An address that nobody has. */
    static String email() {
        return "agent" + NUMBERS.incrementAndGet() + "@example.com";
    }

    /** A name that nothing has. */
    static String name(String start) {
        return start + " " + NUMBERS.incrementAndGet();
    }

    static long agent(String role) {
        return made(admin().post("agents", """
                {"first_name": "Ada", "last_name": "Lovelace", "email": "%s", "role": "%s"}""".formatted(email(), role))).id();
    }

    static String role(String... permissions) {
        String name = name("Role");
        made(admin().post("roles", """
                {"name": "%s", "permissions": %s}""".formatted(name, JSON.writeValueAsString(permissions))));
        return name;
    }

    static String team() {
        String name = name("Team");
        made(admin().post("teams", """
                {"name": "%s", "conversation_assignment_type": "Manual"}""".formatted(name)));
        return name;
    }

    /** The server seen with new keys of an agent. */
    static Client as(long agent) {
        Reply pair = made(admin().post("agents/" + agent + "/api-key", ""));
        return admin().as(pair.data().get("api_key").asString() + ":"
                + pair.data().get("api_secret").asString());
    }

    static Reply made(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }

    static void assertFailure(Reply reply, int status, String type, String message) {
        assertThat(reply.body())
                .isEqualTo(JSON.writeValueAsString(JSON.createObjectNode()
                        .put("status", "error")
                        .put("message", message)
                        .putNull("data")
                        .put("error_type", type)));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).hasValue("application/json");
    }
}
