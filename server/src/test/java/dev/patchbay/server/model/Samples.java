package dev.patchbay.server.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values to send, as JSON, good ones more often than bad ones. In telephone numbers {@code #} stands for a digit that no other
 * world uses; {@code @n} is the id of a project, {@code %n} that of a virtual number, {@code ^n} that of an operator.
 */
final class Samples {

    private static final List<String> GOOD_NAMES =
            Names.KNOWN.stream().map(known -> '"' + known.written() + '"').toList();
    private static final String TOO_LONG = '"' + "x".repeat(256) + '"';
    private static final List<String> NAMES =
            mostly(GOOD_NAMES, "null", "\"\"", "\" \\t \"", "7", "[\"Bob\"]", TOO_LONG, "\"Bo\\u0007b\"");
    private static final List<String> PHONES = mostly(
            List.of(
                    "\"+1555######0\"",
                    "\"+1555######1\"",
                    "\"+1555######2\"",
                    "\"(555) ###-###3\"",
                    "\" +1 555 ### ###4 \"",
                    "\"+44208######5\"",
                    "\"+44208######6\"",
                    "\"020 8### ###7\""),
            "null",
            "\"\"",
            "\"  \"",
            "\"12\"",
            "\"call me\"",
            "15551234567");
    private static final List<String> FLAGS = mostly(List.of("true", "false"), "null", "\"true\"", "0");
    private static final List<String> EMAILS = mostly(
            List.of("\"jane.doe@example.com\"", "\" bob@example.com \"", "null"),
            "\"nobody\"",
            "\"\"",
            "1",
            "\"a@@b.c\"");
    private static final List<String> LANGUAGES = mostly(List.of("\"en\"", "\"lt\"", "\"de\""), "\"xx\"", "\"\"", "3");
    private static final List<String> OPTIONAL_LANGUAGES =
            mostly(List.of("\"en\"", "\"lt\"", "null"), "\"english\"", "3");
    private static final List<String> PROSE =
            mostly(List.of("\"Calls\\nand more\"", "\"\"", "null"), "{}", "\"\\u0000\"");

    static final Map<String, List<String>> OPERATOR =
            members("name", NAMES, "phone_number", PHONES, "email", EMAILS, "active", FLAGS, "unknown", List.of("[]"));

    static final Map<String, List<String>> NEW_OPERATOR = members("phone_number", PHONES, "name", NAMES);

    static final Map<String, List<String>> PURCHASE = members(
            "phone_number", PHONES,
            "country_code", mostly(List.of("null", "null", "null", "\"us\"", "\"GB\"", "\"ca\""), "\"XX\"", "44"),
            "number_type", mostly(List.of("\"local\"", "null"), "\"huge\"", "false"),
            "name", mostly(NAMES, "null", "null", "null"),
            "requirement_group_id", mostly(List.of("12", "null"), "0", "\"12\"", "1.5"),
            "upfront_cost", mostly(List.of("\"1.00\"", "null"), "1.0"));

    static final Map<String, List<String>> NUMBER_CHANGES = members(
            "name",
            mostly(NAMES, "null", "null"),
            "active",
            FLAGS,
            "recording",
            FLAGS,
            "routing_strategy",
            mostly(List.of("\"priority\"", "\"round_robin\"", "\"simultaneous\""), "\"random\"", "null", "1"),
            "ring_timeout_seconds",
            mostly(List.of("1", "30", "600"), "0", "601", "null", "\"30\"", "1.5"),
            "fallback",
            mostly(
                    List.of(
                            "{\"type\": \"hangup\", \"id\": null}",
                            "{\"type\": \"voicemail\"}",
                            "{\"type\": \"forward\", \"phone_number\": \"(555) ###-###3\"}",
                            "{\"type\": \"forward\", \"phone_number\": \"+44208######5\"}",
                            "{\"type\": \"virtual_number\", \"id\": %0}",
                            "{\"type\": \"virtual_number\", \"id\": %1}",
                            "{\"type\": \"virtual_number\", \"id\": %2}",
                            "{\"type\": \"virtual_number\", \"id\": %3}"),
                    "null",
                    "\"hangup\"",
                    "{}",
                    "{\"type\": 1}",
                    "{\"type\": \"ring\"}",
                    "{\"type\": \"forward\"}",
                    "{\"type\": \"forward\", \"phone_number\": \"12\"}",
                    "{\"type\": \"virtual_number\"}",
                    "{\"type\": \"virtual_number\", \"id\": \"%0\"}",
                    "{\"type\": \"virtual_number\", \"id\": 987654321}"),
            "operators",
            mostly(
                    List.of(
                            "[]",
                            "[{\"id\": ^0, \"ring_seconds\": 30}]",
                            "[]",
                            "[{\"id\": ^1, \"ring_seconds\": 600}]",
                            "[]",
                            "[{\"id\": ^0, \"ring_seconds\": null}]"),
                    "null",
                    "{}",
                    "[7]",
                    "[{}]",
                    "[{\"id\": \"^0\"}]",
                    "[{\"id\": ^0, \"ring_seconds\": 601}]",
                    "[{\"id\": ^0, \"ring_seconds\": 1}, {\"id\": ^0, \"ring_seconds\": 2}]"));

    static final Map<String, List<String>> PROJECT = members(
            "name", NAMES,
            "language", LANGUAGES,
            "description", PROSE,
            "industry", PROSE,
            "goal_language", OPTIONAL_LANGUAGES,
            "summary_language", OPTIONAL_LANGUAGES,
            "long_pause_threshold_seconds", mostly(List.of("1", "86400", "null"), "0", "86401", "\"1\""),
            "transcription_hints", PROSE,
            "retention_days", mostly(List.of("90", "36500", "null"), "36501", "2.5"),
            "quality_baseline_enabled", FLAGS,
            "quality_baseline_pct", mostly(List.of("75", "0.5", "null"), "100.1", "\"75\""));

    static final Map<String, List<String>> KEY = members(
            "name", NAMES,
            "permissions",
                    mostly(
                            List.of(
                                    "[\"read\"]",
                                    "[\"write\", \"read\"]",
                                    "[\"delete\"]",
                                    "[\"delete\", \"write\", \"read\"]"),
                            "[\"admin\"]",
                            "[]",
                            "\"read\"",
                            "[\"fly\"]",
                            "[\"read\", \"read\"]",
                            "[7]"),
            "project_id", mostly(List.of("null", "@0", "@1"), "@9", "\"@0\"", "987654321"),
            "expires_at",
                    mostly(List.of("null", "\"2099-01-01T00:00:00Z\""), "\"2001-01-01T00:00:00Z\"", "\"soon\"", "5"));

    private Samples() {}

    /** Thirty good ones to each of the others. */
    private static List<String> mostly(List<String> good, String... others) {
        List<String> all = new ArrayList<>(List.of(others));
        for (int i = 0; i < 30 * others.length; i++) {
            all.addFirst(good.get(i % good.size()));
        }
        return List.copyOf(all);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> members(Object... namesAndValues) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], (List<String>) namesAndValues[i + 1]);
        }
        return members;
    }
}
