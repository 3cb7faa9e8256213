package dev.patchbay.rest.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonScalarsTest {

    @Test
    void mean_what_they_mean_in_json() {
        Object document = OpenApiDocument.parser()
                .load("{a: NO, b: 2026-04-15T10:00:00Z, c: 012, d: 7, e: 1.5, f: true, g: null, h: , i: off, j: '7'}");

        assertThat(JsonMapper.shared().writeValueAsString(document))
                .isEqualTo("{\"a\":\"NO\",\"b\":\"2026-04-15T10:00:00Z\",\"c\":\"012\",\"d\":7,\"e\":1.5,"
                        + "\"f\":true,\"g\":null,\"h\":null,\"i\":\"off\",\"j\":\"7\"}");
    }
}
