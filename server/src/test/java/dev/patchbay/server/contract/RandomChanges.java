package dev.patchbay.server.contract;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Changes of an account as they come, some of which ask for what is already so or is not possible. */
final class RandomChanges {

    private static final int MOST = 3;

    private final Tenant tenant;
    private final Client client;
    private final Random random;
    private final List<Long> operators = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private final List<Long> projects = new ArrayList<>();
    private final List<Supplier<Reply>> kinds = List.of(
            this::makeOperator,
            this::makeNumber,
            this::makeProject,
            this::changeOperator,
            this::changeNumber,
            this::changeFallback,
            this::changeProject,
            this::attach,
            this::attachSomebodyNew,
            this::reorder,
            this::changeRingSeconds,
            this::detach,
            this::link,
            this::unlink,
            this::assign,
            this::withdraw,
            this::delete);

    RandomChanges(Tenant tenant, Random random) {
        this.tenant = tenant;
        this.client = tenant.client();
        this.random = random;
        for (int place = 0; place < 2; place++) {
            operators.add(tenant.operator("Operator"));
            numbers.add(tenant.number("Number"));
            projects.add(tenant.project("Project"));
        }
    }

    /** Makes a change that leaves an event. */
    void make() {
        long before = position();
        while (position() == before) {
            Reply unused = one(kinds).get();
        }
    }

    /** The position of the last entry. */
    long position() {
        return client.get("/audit_events?per_page=1")
                .data()
                .get(0)
                .get("position")
                .asLong();
    }

    /** Where to look at what there is or was, of each kind as much as was made last. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        operators.forEach(id -> paths.add("/operators/" + id));
        numbers.forEach(id -> paths.add("/virtual_numbers/" + id));
        projects.forEach(id -> paths.addAll(List.of("/projects/" + id, "/projects/" + id + "/operators")));
        return paths;
    }

    private Reply makeOperator() {
        return made(operators, client.post("/operators", """
                {"name": "%s", "phone_number": "+15555550112"}""".formatted(word())));
    }

    private Reply makeNumber() {
        return made(numbers, client.post("/virtual_numbers", """
                {"phone_number": "%s"}""".formatted(Tenant.phoneNumber())));
    }

    private Reply makeProject() {
        return made(projects, client.post("/projects", """
                {"name": "%s", "language": "en"}""".formatted(word())));
    }

    private Reply changeOperator() {
        return client.patch("/operators/" + one(operators), """
                {"name": "%s", "email": %s, "active": %s}""".formatted(word(), textOrNull("a@example.com"), flag()));
    }

    private Reply changeNumber() {
        return client.patch("/virtual_numbers/" + one(numbers), """
                {"name": %s, "recording": %s, "active": %s, "ring_timeout_seconds": %d, "routing_strategy": "%s"}""".formatted(
                        textOrNull(word()),
                        flag(),
                        flag(),
                        10 + random.nextInt(3),
                        one(List.of("priority", "simultaneous", "round_robin"))));
    }

    private Reply changeFallback() {
        return client.patch(
                "/virtual_numbers/" + one(numbers),
                one(List.of(
                        "{\"fallback\": {\"type\": \"voicemail\"}}",
                        "{\"fallback\": {\"type\": \"forward\", \"phone_number\": \"+15551230000\"}}",
                        "{\"fallback\": {\"type\": \"virtual_number\", \"id\": " + one(numbers) + "}}")));
    }

    private Reply changeProject() {
        return client.patch("/projects/" + one(projects), """
                {"name": "%s", "description": %s, "retention_days": %s}""".formatted(
                        word(), textOrNull(word()), one(List.of("null", "30", "60"))));
    }

    private Reply attach() {
        return tenant.attach(one(numbers), one(operators));
    }

    private Reply attachSomebodyNew() {
        Reply attached = client.post(operatorsOf("add_operator"), """
                {"name": "%s", "phone_number": "+15555550112"}""".formatted(word()));
        if (attached.status() == 200) {
            attached.data()
                    .get("operators")
                    .forEach(operator -> remember(operators, operator.get("id").asLong()));
        }
        return attached;
    }

    private Reply reorder() {
        List<Long> order = new ArrayList<>(operators);
        Collections.shuffle(order, random);
        return client.put(
                operatorsOf("operators"),
                "{\"operator_ids\": " + order.subList(0, 1 + random.nextInt(order.size())) + "}");
    }

    private Reply changeRingSeconds() {
        return client.patch(
                "/virtual_numbers/" + one(numbers), """
                {"operators": [{"id": %d, "ring_seconds": %s}]}""".formatted(one(operators), one(List.of("null", "10", "15"))));
    }

    private Reply detach() {
        return client.delete(operatorsOf("operators/" + one(operators)));
    }

    private Reply link() {
        return client.post("/projects/" + one(projects) + "/operators", """
                {"operator_id": %d}""".formatted(one(operators)));
    }

    private Reply unlink() {
        return client.delete("/projects/" + one(projects) + "/operators/" + one(operators));
    }

    private Reply assign() {
        return tenant.assign(one(projects), one(numbers));
    }

    private Reply withdraw() {
        return client.delete("/projects/" + one(projects) + "/virtual_numbers/" + one(numbers));
    }

    private Reply delete() {
        return client.delete(one(List.of(
                "/operators/" + one(operators), "/virtual_numbers/" + one(numbers), "/projects/" + one(projects))));
    }

    private String operatorsOf(String what) {
        return "/virtual_numbers/" + one(numbers) + "/" + what;
    }

    private static Reply made(List<Long> things, Reply reply) {
        if (reply.status() == 201) {
            remember(things, reply.id());
        }
        return reply;
    }

    private static void remember(List<Long> things, long id) {
        if (!things.contains(id)) {
            things.add(id);
        }
        if (things.size() > MOST) {
            things.removeFirst();
        }
    }

    private <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private String word() {
        return "Word " + random.nextInt(5);
    }

    private boolean flag() {
        return random.nextBoolean();
    }

    private String textOrNull(String text) {
        return flag() ? "null" : '"' + text + '"';
    }
}
