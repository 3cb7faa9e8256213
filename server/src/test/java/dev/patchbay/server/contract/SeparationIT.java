package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of credential opens the endpoints of its own contracts, and none of another's. */
@ExtendWith(SharedServer.class)
class SeparationIT {

    private static final String AGENT = RunningServer.FIRST_AGENT;
    private static final String KEY = RunningServer.FIRST_KEY;

    /** One thing to read and one to write for each part of each contract; the body of the write is never good. */
    private record Endpoint(
            Contract contract,
            String method,
            String path,
            @Nullable String body) {

        static Stream<Endpoint> all() {
            return Stream.of(
                            of(
                                    Contract.KEYS,
                                    "/api/v1/public/",
                                    "operators",
                                    "virtual_numbers",
                                    "projects",
                                    "api_keys",
                                    "accounts"),
                            of(Contract.KEYS, "/v1/", "identities", "domains"),
                            of(Contract.AGENTS, "/api/v1/", "agents", "teams", "roles"),
                            Stream.of(
                                    new Endpoint(Contract.KEYS, "GET", "/v1/assistants", null),
                                    new Endpoint(Contract.KEYS, "GET", "/api/v1/public/calls", null),
                                    new Endpoint(Contract.KEYS, "POST", "/api/v1/public/calls/batch", ""),
                                    new Endpoint(Contract.KEYS, "GET", "/api/v1/public/operators/x/stats", null),
                                    new Endpoint(Contract.KEYS, "GET", "/api/v1/public/virtual_numbers/x/route", null),
                                    new Endpoint(Contract.KEYS, "POST", "/v1/identities/x/test-email", "{}"),
                                    new Endpoint(Contract.AGENTS, "GET", "/api/v1/activity-logs", null),
                                    new Endpoint(Contract.AGENTS, "GET", "/api/v1/agents/me", null),
                                    new Endpoint(Contract.AGENTS, "PUT", "/api/v1/agents/me/availability", "{}"),
                                    new Endpoint(Contract.AGENTS, "POST", "/api/v1/agents/import", "{}"),
                                    new Endpoint(Contract.AGENTS, "POST", "/api/v1/agents/x/api-key", ""),
                                    new Endpoint(Contract.CARRIER, "POST", "/webhooks/twilio/voice?account=2", "")))
                    .flatMap(endpoints -> endpoints);
        }

        private static Stream<Endpoint> of(Contract contract, String base, String... collections) {
            return Stream.of(collections)
                    .flatMap(collection -> Stream.of(
                            new Endpoint(contract, "GET", base + collection, null),
                            new Endpoint(contract, "POST", base + collection, "{}"),
                            new Endpoint(contract, "DELETE", base + collection + "/x", null)));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private enum Contract {
        KEYS("application/json"),
        AGENTS("application/json"),
        CARRIER("application/x-www-form-urlencoded");

        private final String type;

        Contract(String type) {
            this.type = type;
        }
    }

    /** What somebody may send as a credential, and what it opens. */
    private static Map<String, @Nullable Contract> credentials() {
        String voiceKey = Tenant.open().client().key();
        Map<String, @Nullable Contract> credentials = new LinkedHashMap<>();
        credentials.put("Basic " + base64(AGENT), Contract.AGENTS);
        credentials.put("token " + AGENT, Contract.AGENTS);
        credentials.put("Bearer " + KEY, Contract.KEYS);
        for (String nothing : List.of(
                "",
                "Bearer " + AGENT,
                "Bearer " + base64(AGENT),
                "Bearer " + AGENT.split(":", 2)[0],
                "Bearer " + AGENT.split(":", 2)[1],
                "Bearer idc_" + "x".repeat(32),
                "Bearer ",
                "Basic " + base64(KEY + ":"),
                "Basic " + base64(":" + KEY),
                "Basic " + base64(KEY + ":" + KEY),
                "Basic " + base64(voiceKey),
                "Basic " + base64(AGENT.split(":", 2)[0] + ":" + "x".repeat(64)),
                "Basic " + AGENT,
                "token " + KEY,
                "token " + KEY + ":" + KEY,
                "token " + base64(AGENT),
                "token " + AGENT.split(":", 2)[0] + ":" + KEY,
                KEY,
                AGENT)) {
            credentials.put(nothing, null);
        }
        return credentials;
    }

    static Stream<Endpoint> endpoints() {
        return Endpoint.all();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void is_opened_by_its_own_credential_alone(Endpoint endpoint) {
        Client nobody = new Client(SharedServer.root(), "");
        Map<String, @Nullable Contract> credentials = credentials();
        long events = SharedServer.log().asked();

        credentials.forEach((credential, opens) -> {
            List<String> headers = new ArrayList<>(List.of("Content-Type", endpoint.contract().type));
            if (!credential.isEmpty()) {
                headers.addAll(List.of("Authorization", credential));
            }
            Reply reply =
                    nobody.send(endpoint.method(), endpoint.path(), endpoint.body(), headers.toArray(String[]::new));

            if (endpoint.contract() == opens) {
                assertThat(reply.status()).as(credential).isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(reply.status())
                        .as(credential)
                        .isEqualTo(endpoint.contract() == Contract.CARRIER ? 403 : 401);
            }
        });
        assertThat(SharedServer.log().asked()).isEqualTo(events);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
