package dev.patchbay.server.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsSettingsTest {

    private static final Duration SOME = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 53", "192.0.2.1:5353, 5353", "[2001:db8::1], 53", "[2001:db8::1]:5353, 5353"})
    void name_a_resolver(String written, int port) {
        assertThat(new DnsSettings(written, SOME).address())
                .hasValueSatisfying(address -> assertThat(address.getPort()).isEqualTo(port));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void leave_it_to_the_system(String written) {
        assertThat(new DnsSettings(written, SOME).address()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1:",
                "192.0.2.1:99999",
                "192.0.2.1:0",
                "localhost",
                "localhost:53",
                "dns.example.lt",
                "192.0.2.256",
                "a b",
                "udp://192.0.2.1",
                "2001:db8::1",
                "[2001:db8::1",
                "[192.0.2.1]",
                "[53]",
                "53",
                "192.0.2",
                "192.0.2:53"
            })
    void refuse_what_is_no_resolver(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DnsSettings(written, SOME))
                .withMessageContaining("PATCHBAY_DNS_RESOLVER")
                .withMessageContaining("[2001:db8::1]:53");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void refuse_a_time_that_is_none(long millis) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DnsSettings(null, Duration.ofMillis(millis)));
    }
}
