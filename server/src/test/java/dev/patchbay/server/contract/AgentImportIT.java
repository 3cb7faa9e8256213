package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Staff.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.class)
class AgentImportIT {

    private static final String HEADER = "first_name,last_name,email,roles,teams\n";
    private static final String BOUNDARY = "----table";

    private final Client admin = Staff.admin();

    @Test
    void takes_in_the_good_rows_and_says_what_is_wrong_with_the_others() {
        String team = Staff.team();
        String ada = Staff.email();
        String bob = Staff.email();
        String taken =
                admin.get("agents/" + Staff.agent("Agent")).data().get("email").asString();

        JsonNode status = imported(HEADER
                + "Ada,Lovelace," + ada.replace("agent", "AGENT") + ",\"Agent, Admin\",\"" + team + "\"\n"
                + "Bob,Carr,,Agent,\n"
                + "Bob,Carr,nobody,Agent,\n"
                + "Bob,Carr," + taken + ",Agent,\n"
                + "Bob,Carr," + ada + ",Agent,\n"
                + "Bob,Carr,x@example.com,agent,\n"
                + "Bob,Carr,x@example.com,Agent,Nowhere\n"
                + "Bob,Carr,x@example.com,\" , \",\n"
                + "\n"
                + "Bob,Carr,x@example.com,Agent,,,,\n"
                + "Bob,Carr\n"
                + "Bob," + bob + "," + bob + ",Agent\n");

        assertThat(logs(status))
                .containsExactly(
                        "Row 1: Created agent Ada Lovelace (" + ada + ")",
                        "Row 2: Error - missing required fields: email",
                        "Row 3 (nobody): Error - invalid email",
                        "Row 4 (" + taken + "): Error - email already exists",
                        "Row 5 (" + ada + "): Error - email already exists",
                        "Row 6 (x@example.com): Error - invalid role(s): agent",
                        "Row 7 (x@example.com): Error - invalid team(s): Nowhere",
                        "Row 8 (x@example.com): Error - at least one role required",
                        "Row 9: Error - invalid row",
                        "Row 10: Error - missing required fields: email, roles",
                        "Row 11: Created agent Bob " + bob + " (" + bob + ")",
                        "Import completed: 2 of 11 successful, 9 failed");
        assertThat(status.get("running").asBoolean()).isFalse();
        assertThat(status.get("total").asLong()).isEqualTo(11);
        assertThat(status.get("success").asLong()).isEqualTo(2);
        assertThat(status.get("errors").asLong()).isEqualTo(9);
        JsonNode agent = admin.get("agents")
                .data()
                .valueStream()
                .filter(each -> each.get("email").asString().equals(ada))
                .findFirst()
                .orElseThrow();
        JsonNode made = admin.get("agents/" + agent.get("id").asLong()).data();
        assertThat(made.get("roles").toString()).isEqualTo("[\"Admin\",\"Agent\"]");
        assertThat(Answers.texts(made.get("teams"), "name")).containsExactly(team);
    }

    @Test
    void fills_a_team_that_is_too_large_to_be_deleted_in_one_commit() {
        String team = Staff.team();
        StringBuilder table = new StringBuilder(HEADER);
        for (int row = 0; row < 1_001; row++) {
            table.append("A,B,")
                    .append(Staff.email())
                    .append(",Agent,")
                    .append(team)
                    .append('\n');
        }
        assertThat(imported(table.toString()).get("success").asLong()).isEqualTo(1_001);

        long id = admin.get("teams")
                .data()
                .valueStream()
                .filter(each -> each.get("name").asString().equals(team))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
        Reply refused = admin.delete("teams/" + id);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("message").asString())
                .isEqualTo("Team has more than 1000 agents, please take it from some of them first");
        assertThat(admin.get("teams/" + id).status()).isEqualTo(200);
    }

    @Test
    void reads_what_spreadsheets_write() {
        String ada = Staff.email();
        assertThat(logs(imported("\ufeff\"Email\";\"First_Name\";\"Last_Name\";\"Notes\";\"Roles\"\r\n" + ada
                        + ";\"A \"\"d\"\" a\";L;\"two\nlines; here\";Agent\r\n")))
                .startsWith("Row 1: Created agent A \"d\" a L (" + ada + ")");
        String bob = Staff.email();
        assertThat(logs(imported("first_name\tlast_name\temail\troles\rB\tC\t" + bob + "\tAgent\r")))
                .startsWith("Row 1: Created agent B C (" + bob + ")");
    }

    @Test
    void loses_one_row_to_quotes_that_never_end() {
        String ada = Staff.email();
        String bob = Staff.email();

        assertThat(logs(imported(HEADER + "Ada,L," + ada + ",Agent,\n\"Cy,D,cy@example.com,Agent,\nBob,\"C\"," + bob
                        + ",Agent,\n")))
                .containsExactly(
                        "Row 1: Created agent Ada L (" + ada + ")",
                        "Row 2: Error - invalid row",
                        "Row 3: Created agent Bob C (" + bob + ")",
                        "Import completed: 2 of 3 successful, 1 failed");
    }

    @Test
    void goes_through_a_hundred_thousand_rows_in_the_background_one_table_at_a_time() {
        StringBuilder table = new StringBuilder(HEADER);
        for (int row = 1; row <= 100_000; row++) {
            String role = row % 1000 == 0 ? "Agent" : "Nobody";
            table.append("Ada,L,many")
                    .append(row)
                    .append(Staff.email())
                    .append(',')
                    .append(role)
                    .append(",\n");
        }
        assertThat(send(table.toString()).body()).isEqualTo("{\"status\":\"success\",\"data\":true}");

        assertFailure(
                send(HEADER + "A,B,c@example.com,Agent,\n"), 409, "GeneralException", "Import already in progress");
        assertThat(admin.get("agents/me").status()).isEqualTo(200);

        JsonNode status = ended();
        assertThat(status.get("success").asLong()).isEqualTo(100);
        assertThat(logs(status))
                .hasSize(100_001)
                .last()
                .isEqualTo("Import completed: 100 of 100000 successful, 99900 failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "hello",
                "first_name,last_name,email\nA,B,c@example.com\n",
                "{\"a\":1}",
                "\u0000\u0001\u0002"
            })
    void is_told_when_it_is_no_table(String content) {
        assertFailure(send(content), 400, "InputException", "Invalid CSV file");
    }

    @Test
    void is_told_when_it_is_not_even_text() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, (byte) 0xff, (byte) 0xd8};
        byte[] halfALetter = (HEADER + "Zo\u00eb,L,zoe@example.com,Agent,\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] oneBadByte = (HEADER + "A,B,c@example.com,Agent,\n".repeat(100)).getBytes(StandardCharsets.UTF_8);
        oneBadByte[oneBadByte.length - 10] = (byte) 0xC0;

        for (byte[] bytes : List.of(picture, halfALetter, oneBadByte)) {
            assertFailure(send(bytes), 400, "InputException", "Invalid CSV file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void is_read_in_every_form_that_spreadsheets_know(String separator) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String end : List.of("\n", "\r\n", "\r")) {
                String email = Staff.email();
                String table =
                        "\ufeff" + HEADER.strip() + end + "\"Zo\u00eb\",\"La \"\"L\"\"\"," + email + ",Agent," + end;

                Staff.made(send(table.replace(",", separator).getBytes(charset)));

                assertThat(logs(ended())).first().isEqualTo("Row 1: Created agent Zo\u00eb La \"L\" (" + email + ")");
            }
        }
    }

    @Test
    void is_told_when_there_are_more_rows_than_anybody_takes() {
        assertFailure(
                send(HEADER + "x\n".repeat(5_000_000)),
                400,
                "InputException",
                "CSV must not contain more than 100000 data rows");
    }

    @Test
    void is_told_when_there_is_nothing_below_its_header() {
        assertFailure(send(HEADER), 400, "InputException", "CSV must contain headers and at least one data row");
    }

    @Test
    void is_told_when_there_is_no_file() {
        assertFailure(admin.post("agents/import", "{}"), 400, "InputException", "File Required");
        assertFailure(
                admin.post(
                        "agents/import",
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--" + BOUNDARY
                                + "--\r\n",
                        "Content-Type",
                        "multipart/form-data; boundary=" + BOUNDARY),
                400,
                "InputException",
                "File Required");
        assertFailure(
                admin.post("agents/import", "no boundary", "Content-Type", "multipart/form-data"),
                400,
                "InputException",
                "Error parsing request");
    }

    private JsonNode imported(String table) {
        Staff.made(send(table));
        return ended();
    }

    private JsonNode ended() {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> admin.get("agents/import/status").data(),
                        status -> !status.get("running").asBoolean());
    }

    private static List<String> logs(JsonNode status) {
        return status.get("logs").valueStream().map(JsonNode::asString).toList();
    }

    private Reply send(String table) {
        return send(table.getBytes(StandardCharsets.UTF_8));
    }

    private Reply send(byte[] table) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"agents.csv\"\r\n"
                                + "Content-Type: text/csv\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(table);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return admin.postBytes(
                "agents/import", body.toByteArray(), "Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    }
}
