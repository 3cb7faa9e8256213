package dev.patchbay.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaTest extends LogTest {

    @Test
    void tells_its_version_and_may_be_made_again() {
        Schema.create(log.database());

        assertThat(Schema.versionOf(log.database())).hasValue(Schema.VERSION);
    }
}
