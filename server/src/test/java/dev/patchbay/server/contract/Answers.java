package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client.Reply;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an answer must be, to the letter. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answers() {}

    /** Status and body, the fields in this very order. */
    static void assertAnswer(Reply reply, int status, String json) {
        assertThat(reply.body()).isEqualTo(JSON.readTree(json).toString());
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).hasValue("application/json");
    }

    static void assertError(Reply reply, int status, String message) {
        assertAnswer(
                reply, status, JSON.createObjectNode().put("error", message).toString());
    }

    static void assertInvalid(Reply reply, String... messages) {
        assertAnswer(
                reply,
                422,
                JSON.createObjectNode()
                        .set("errors", JSON.valueToTree(List.of(messages)))
                        .toString());
    }

    static void assertNotFound(Reply reply) {
        assertError(reply, 404, "Resource not found");
    }

    /** One member of every entry. */
    static List<String> texts(JsonNode entries, String name) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.get(name).asString())
                .toList();
    }

    static List<Long> numbers(JsonNode entries, String name) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.get(name).asLong())
                .toList();
    }

    static List<Long> ids(JsonNode entries) {
        return numbers(entries, "id");
    }
}
