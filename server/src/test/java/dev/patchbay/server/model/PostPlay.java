package dev.patchbay.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.Rush;
import dev.patchbay.server.dns.NameServer;
import dev.patchbay.server.model.PostModel.Domain;
import dev.patchbay.server.model.PostModel.Identity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Domains, assistants and identities on the server, next to their model. */
final class PostPlay {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final int AT_ONCE = 4;

    private final int number;
    private final Client client;
    private final NameServer names;
    private final PostModel model = new PostModel();
    private final Map<String, JsonNode> domains = new LinkedHashMap<>();
    private final List<String> assistants = new ArrayList<>();
    private final List<String> identities = new ArrayList<>();

    PostPlay(int number, Client client, NameServer names) {
        this.number = number;
        this.client = client;
        this.names = names;
    }

    void perform(PostAction action) {
        String identity = pick(identities, action.which());
        String domain = pick(List.copyOf(domains.keySet()), action.which());
        String assistant = action.other() == 0 ? null : pick(assistants, action.other());
        switch (action.what()) {
            case ADD_DOMAIN -> addDomain(action.word() + "-" + number + ".example");
            case PUBLISH -> publish(domain, true);
            case WITHDRAW -> publish(domain, false);
            case VERIFY -> {
                if (done(client.post("domains/" + domain + "/verify", "{}"), model.verifying(domain))) {
                    model.verify(domain);
                }
            }
            case DELETE_DOMAIN -> {
                if (done(client.delete("domains/" + domain), model.deletingDomain(domain))) {
                    publish(domain, false);
                    model.domains.remove(domain);
                }
            }
            case MAKE_ASSISTANT, RENAME_ASSISTANT, DELETE_ASSISTANT -> assistant(action);
            case CREATE -> create(domain, action.word(), assistant, 1);
            case CREATE_AT_ONCE -> create(domain, action.word(), assistant, AT_ONCE);
            case RENAME -> change(identity, Map.of("display_name", action.word()), known -> known.name = action.word());
            case RENAME_IF_SEEN -> rename(identity, action.word(), true);
            case RENAME_IF_FORGOTTEN -> rename(identity, action.word(), false);
            case LINK -> link(identity, assistant);
            case SUSPEND -> change(identity, Map.of("status", "suspended"), known -> known.status = "suspended");
            case RESUME -> change(identity, Map.of("status", "active"), known -> known.status = "active");
            case SEND -> {
                boolean unused =
                        done(client.post("identities/" + identity + "/test-email", "{}"), model.sending(identity));
            }
            case DELETE -> {
                if (done(client.delete("identities/" + identity), model.identities.containsKey(identity) ? 204 : 404)) {
                    model.identities.remove(identity);
                }
            }
        }
        compare();
    }

    private void addDomain(String name) {
        Reply reply = client.post("domains", json(Map.of("domain", name)));
        if (done(reply, model.addingDomain(name))) {
            domains.put(id(reply), reply.json());
            model.domains.put(id(reply), new Domain(name));
        }
    }

    private void publish(String domain, boolean published) {
        Domain known = model.domains.get(domain);
        if (known == null) {
            return;
        }
        domains.get(domain)
                .get("records")
                .forEach(record -> names.forget(record.get("host").asString()));
        if (published) {
            names.publish(domains.get(domain));
        }
        known.published = published;
    }

    private void assistant(PostAction action) {
        String body = json(Map.of("name", action.word()));
        String id = pick(assistants, action.which());
        boolean there = model.assistants.containsKey(id);
        switch (action.what()) {
            case MAKE_ASSISTANT -> {
                Reply reply = client.post("assistants", body);
                if (done(reply, 201)) {
                    assistants.add(id(reply));
                    model.assistants.put(id(reply), action.word());
                }
            }
            case RENAME_ASSISTANT -> {
                if (done(client.patch("assistants/" + id, body), there ? 200 : 404)) {
                    model.assistants.put(id, action.word());
                }
            }
            default -> {
                if (done(client.delete("assistants/" + id), there ? 204 : 404)) {
                    model.deleteAssistant(id);
                }
            }
        }
    }

    /** Of many who want the same address at the same moment one gets it. */
    private void create(String domain, String localPart, @Nullable String assistant, int clients) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("domain_id", domain);
        body.put("local_part", localPart);
        body.put("display_name", "New");
        body.put("assistant_id", assistant);
        int expected = model.creating(domain, localPart, assistant);
        List<Reply> replies = Rush.of(clients, index -> client.post("identities", json(body)));
        List<Reply> made =
                replies.stream().filter(reply -> reply.status() == 201).toList();
        assertThat(made).hasSize(expected == 201 ? 1 : 0);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(expected == 201 ? 409 : expected));
        for (Reply reply : made) {
            identities.add(id(reply));
            model.identities.put(id(reply), new Identity(domain, localPart, assistant));
        }
    }

    /** Changes on top of what is there, or of what was there before somebody else changed it. */
    private void rename(String id, String name, boolean current) {
        Reply seen = client.get("identities/" + id);
        boolean there = model.identities.containsKey(id);
        assertThat(seen.status()).isEqualTo(there ? 200 : 404);
        if (!there) {
            return;
        }
        if (!current) {
            String between = "between " + seen.position();
            change(id, Map.of("display_name", between), known -> known.name = between);
        }
        Reply reply = client.patch("identities/" + id, json(Map.of("display_name", name)), "If-Match", seen.etag());
        if (done(reply, current ? 200 : 412)) {
            model.identities.get(id).name = name;
        }
    }

    private void link(String id, @Nullable String assistant) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("assistant_id", assistant);
        if (done(client.patch("identities/" + id, json(body)), model.linking(id, assistant))) {
            model.identities.get(id).assistant = assistant;
        }
    }

    private void change(String id, Map<String, ?> body, Consumer<Identity> change) {
        Identity known = model.identities.get(id);
        if (done(client.patch("identities/" + id, json(body)), known == null ? 404 : 200)) {
            change.accept(known);
        }
    }

    /** Compares all that there is, one by one and in lists. */
    private void compare() {
        compare("domains", model.domains, domain -> List.of(domain.name, domain.status), "domain", "status");
        compare("assistants", model.assistants, List::of, "name");
        compare(
                "identities",
                model.identities,
                identity -> List.of(
                        identity.domain,
                        identity.localPart,
                        identity.localPart + "@" + model.domains.get(identity.domain).name,
                        identity.name,
                        identity.status,
                        String.valueOf(identity.assistant)),
                "domain_id",
                "local_part",
                "email_address",
                "display_name",
                "status",
                "assistant_id");
        identities.forEach(id -> assertThat(client.get("identities/" + id).status())
                .isEqualTo(model.identities.containsKey(id) ? 200 : 404));
    }

    private <T> void compare(String path, Map<String, T> known, Function<T, List<String>> shape, String... members) {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        known.forEach((id, thing) -> expected.put(id, shape.apply(thing)));
        Map<String, List<String>> listed = new LinkedHashMap<>();
        JsonNode list = client.get(path + "?limit=100").json();
        list.get("data").forEach(each -> {
            listed.put(each.get("id").asString(), shown(each, members));
            assertThat(client.get(path + "/" + each.get("id").asString()).json())
                    .isEqualTo(each);
        });
        assertThat(listed).as(path).isEqualTo(expected);
        assertThat(list.get("total").asInt()).isEqualTo(expected.size());
    }

    private static List<String> shown(JsonNode thing, String... members) {
        return List.of(members).stream()
                .map(member ->
                        thing.get(member).isNull() ? "null" : thing.get(member).asString())
                .toList();
    }

    private static boolean done(Reply reply, int expected) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(expected);
        return expected < 300;
    }

    private static String pick(List<String> ever, int which) {
        return ever.isEmpty() ? NOBODY : ever.get(which % ever.size());
    }

    private static String id(Reply reply) {
        return reply.json().get("id").asString();
    }

    private static String json(Map<String, ?> body) {
        return JSON.writeValueAsString(body);
    }
}
