package dev.patchbay.server.terminal;

import tools.jackson.databind.JsonNode;

/** A replay as the server tells of it. */
record FollowedReplay(JsonNode told) {

    static FollowedReplay of(JsonNode told) {
        return new FollowedReplay(told);
    }

    long id() {
        return told.get("id").asLong();
    }

    String status() {
        return told.get("status").asString();
    }

    /** The exit status that says what became of it; -1 while it is still to end. */
    int exitStatus() {
        return switch (status()) {
            case "switched" -> 0;
            case "differing" -> ReplayCommand.DIFFERS;
            case "failed" -> ReplayCommand.BROKEN;
            case "cancelled", "discarded" -> ReplayCommand.ENDED;
            default -> -1;
        };
    }

    void show(Progress progress) {
        JsonNode known = told.get("progress");
        if (known.isObject()) {
            progress.show(
                    known.get("events_done").asLong(), known.get("events_total").asLong());
        }
    }

    /** In which tables it differs. */
    Columns differences() {
        Columns columns = new Columns("TABLE", "ONLY IN OLD", "ONLY IN NEW");
        told.get("differences")
                .forEach(table -> columns.add(
                        table.get("table").asString(),
                        table.get("only_in_old").toString(),
                        table.get("only_in_new").toString()));
        return columns;
    }

    @Override
    public String toString() {
        String said = "replay " + id() + " is " + status();
        JsonNode known = told.get("progress");
        if (!told.get("position").isNull()) {
            said += " at position " + told.get("position");
        } else if (known.isObject()) {
            said += ", " + known.get("events_done") + " of " + known.get("events_total") + " events";
        }
        return told.get("error").isNull()
                ? said
                : said + ": " + told.get("error").asString();
    }
}
