package dev.patchbay.benchmarks.peer;

import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much is there, so that a measurement can check what it was told. */
@RestController
class StoredController {

    private final JdbcClient events;
    private final String count;
    private final Operators operators;

    StoredController(
            @Qualifier("reading") DataSource reading, @Value("${peer.event-table}") String table, Operators operators) {
        this.events = JdbcClient.create(reading);
        this.count = "select count(*) from " + table;
        this.operators = operators;
    }

    @GetMapping("/api/v1/public/stored")
    ResponseEntity<byte[]> stored() {
        long stored = events.sql(count).query(Long.class).single();
        String answer = "{\"events\":" + stored + ",\"shown\":" + operators.count() + "}";
        return ResponseEntity.ok(answer.getBytes(StandardCharsets.US_ASCII));
    }
}
