package dev.patchbay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceTest {

    private static final Provenance FULL =
            new Provenance(7, "api_key", 5, "req-1", "192.0.2.1", "curl/8", "The customer asked for it");
    private static final Provenance BARE = new Provenance(7, "api_key", 5, "req-1", null, null, null);

    @Test
    void is_in_the_metadata_what_it_was() {
        assertThat(Provenance.from(MetaData.from(FULL.toMetaData()))).contains(FULL);
    }

    @Test
    void leaves_out_what_is_not_known() {
        assertThat(BARE.toMetaData())
                .containsOnlyKeys(
                        Provenance.ACCOUNT_ID, Provenance.ACTOR_KIND, Provenance.ACTOR_ID, Provenance.REQUEST_ID);
        assertThat(Provenance.from(MetaData.from(BARE.toMetaData()))).contains(BARE);
    }

    @Test
    void is_read_from_numbers_of_any_width() {
        Map<String, Object> narrow = new HashMap<>(BARE.toMetaData());
        narrow.put(Provenance.ACCOUNT_ID, 7);
        narrow.put(Provenance.ACTOR_ID, 5);

        assertThat(Provenance.from(MetaData.from(narrow))).contains(BARE);
    }

    @ParameterizedTest
    @ValueSource(strings = {Provenance.ACCOUNT_ID, Provenance.ACTOR_KIND, Provenance.ACTOR_ID, Provenance.REQUEST_ID})
    void is_none_without_who_for_whom_and_in_which_request(String missing) {
        assertThat(Provenance.from(MetaData.from(FULL.toMetaData()).withoutKeys(Set.of(missing))))
                .isEmpty();
        assertThat(Provenance.from(MetaData.from(FULL.toMetaData()).and(missing, List.of())))
                .isEmpty();
    }

    @Test
    void says_when_the_service_acts_by_itself() {
        assertThat(Provenance.system("start")).isEqualTo(new Provenance(1, "system", 0, "start", null, null, null));
    }
}
