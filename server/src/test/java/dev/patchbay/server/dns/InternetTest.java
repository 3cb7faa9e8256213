package dev.patchbay.server.dns;

import static dev.patchbay.shared.domain.Finding.DIFFERENT;
import static dev.patchbay.shared.domain.Finding.MISSING;
import static dev.patchbay.shared.domain.Finding.UNANSWERED;
import static dev.patchbay.shared.domain.Finding.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.shared.domain.DnsRecords;
import dev.patchbay.shared.domain.DomainName;
import dev.patchbay.shared.domain.Findings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mostly waits: its tests do so at the same time. */
@Execution(ExecutionMode.CONCURRENT)
class InternetTest {

    private static final DomainName DOMAIN = new DomainName("example.lt");
    private static final DnsRecords RECORDS = new DnsRecords(
            "patchbay-verification=4f2a",
            "v=spf1 include:spf.patchbay.lt ~all",
            "patchbay",
            "v=DKIM1; k=rsa; p=MIIBIjANBg",
            "mail.patchbay.lt");
    private static final String OWNERSHIP = "_patchbay.example.lt";
    private static final String DKIM = "patchbay._domainkey.example.lt";

    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final NameServer names = new NameServer();
    private final Internet internet = asking(Duration.ofSeconds(10), names.port());

    @AfterEach
    void close() {
        names.close();
    }

    @Test
    void says_that_all_is_there() {
        publish();

        assertThat(look()).isEqualTo(new Findings(VERIFIED, VERIFIED, VERIFIED, VERIFIED));
    }

    @Test
    void says_that_nothing_is_there() {
        assertThat(look()).isEqualTo(new Findings(MISSING, MISSING, MISSING, MISSING));
    }

    @Test
    void knows_a_host_that_has_only_records_of_another_type() {
        names.mx(DOMAIN.value(), "mail.patchbay.lt");

        assertThat(look()).isEqualTo(new Findings(MISSING, MISSING, MISSING, VERIFIED));
    }

    @Test
    void finds_the_record_among_others() {
        publish();
        names.txt(DOMAIN.value(), "google-site-verification=abc").mx(DOMAIN.value(), "backup.example.lt");

        assertThat(look().areGood()).isTrue();
    }

    @Test
    void tells_what_says_something_else() {
        names.txt(OWNERSHIP, "patchbay-verification=another")
                .txt(DOMAIN.value(), "v=spf1 -all")
                .txt(DKIM, "v=DKIM1; p=AAAA")
                .mx(DOMAIN.value(), "mail.example.lt");

        assertThat(look()).isEqualTo(new Findings(DIFFERENT, DIFFERENT, DIFFERENT, DIFFERENT));
    }

    @Test
    void lets_others_send_as_well_but_has_no_two_policies() {
        publish();
        names.forget(DOMAIN.value())
                .mx(DOMAIN.value(), "MAIL.patchbay.lt")
                .txt(DOMAIN.value(), "V=SPF1 a include:other.lt include:SPF.patchbay.lt -all");
        assertThat(look().areGood()).isTrue();

        names.txt(DOMAIN.value(), "v=spf1 -all");
        assertThat(look().spf()).isEqualTo(DIFFERENT);
    }

    @Test
    void reads_no_policy_beyond_what_it_says_of_all() {
        publish();
        names.forget(DOMAIN.value())
                .mx(DOMAIN.value(), "mail.patchbay.lt")
                .txt(DOMAIN.value(), "v=spf1 -all include:spf.patchbay.lt");

        assertThat(look().spf()).isEqualTo(DIFFERENT);
    }

    @Test
    void reads_a_text_that_is_in_several_strings_or_spaced_in_another_way() {
        publish();
        names.forget(DKIM).txt(DKIM, "v=DKIM1;k=rsa; p=MIIB", "IjANBg ;");

        assertThat(look().dkim()).isEqualTo(VERIFIED);
    }

    @Test
    void follows_a_name_that_stands_for_another() {
        publish();
        names.forget(DKIM)
                .alias(DKIM, "keys.patchbay.lt")
                .alias("keys.patchbay.lt", "2026.keys.patchbay.lt")
                .txt("2026.keys.patchbay.lt", "v=DKIM1; k=rsa; p=MIIBIjANBg");

        assertThat(look().dkim()).isEqualTo(VERIFIED);
    }

    @Test
    void does_not_follow_names_in_a_circle() {
        publish();
        names.forget(DKIM).alias(DKIM, "round.example.lt").alias("round.example.lt", DKIM);

        assertThat(look().dkim()).isEqualTo(UNANSWERED);
    }

    @Test
    void does_not_follow_names_for_ever() {
        publish();
        names.forget(DKIM).alias(DKIM, "n0.example.lt");
        for (int i = 0; i < 20; i++) {
            names.alias("n" + i + ".example.lt", "n" + (i + 1) + ".example.lt");
        }

        assertThat(look().dkim()).isEqualTo(UNANSWERED);
    }

    @Test
    void asks_again_by_tcp_when_an_answer_does_not_fit() {
        publish();
        fill(DOMAIN.value(), 20);

        assertThat(look().spf()).isEqualTo(VERIFIED);
        assertThat(names.questions()).contains("udp TXT example.lt", "tcp TXT example.lt");
    }

    @Test
    void reads_a_huge_answer() {
        publish();
        fill(DOMAIN.value(), 250);

        assertThat(look().spf()).isEqualTo(VERIFIED);
    }

    @Test
    void waits_for_nobody_for_ever() {
        publish();
        names.silentAbout(OWNERSHIP);

        assertThat(look(asking(Duration.ofMillis(100), names.port())).ownership())
                .isEqualTo(UNANSWERED);
    }

    @Test
    void asks_who_is_silent_two_times() {
        publish();
        names.silentAbout(DKIM);

        assertThat(look(impatient()).dkim()).isEqualTo(UNANSWERED);
        // The last question may be given up before it is heard.
        await().untilAsserted(() -> assertThat(names.questions())
                .filteredOn(("udp TXT " + DKIM)::equals)
                .hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp TXT " + DKIM, "udp MX example.lt"})
    void asks_again_when_a_question_is_lost(String question) {
        publish();
        names.losing(question, 1);

        assertThat(look(impatient()).areGood()).isTrue();
    }

    @Test
    void takes_no_harm_from_an_answer_that_comes_late() {
        publish();
        names.late("udp TXT " + DKIM);

        assertThat(look(impatient()).areGood()).isTrue();
    }

    @Test
    void asks_again_when_an_answer_by_tcp_is_lost() {
        publish();
        fill(DOMAIN.value(), 20);
        names.losing("tcp TXT example.lt", 1);

        assertThat(look(impatient()).spf()).isEqualTo(VERIFIED);
    }

    @Test
    void asks_on_when_a_name_server_hangs_up_after_each_answer_by_tcp() {
        publish();
        names.hangingUp();
        for (String host : List.of(DOMAIN.value(), OWNERSHIP, DKIM)) {
            fill(host, 20);
        }
        for (int again = 0; again < 10; again++) {
            assertThat(look().areGood()).isTrue();
        }
    }

    @Test
    void loses_no_answer_by_tcp_to_look_ups_at_the_same_time() {
        publish();
        names.hangingUp();
        for (String host : List.of(DOMAIN.value(), OWNERSHIP, DKIM)) {
            fill(host, 20);
        }
        List<CompletableFuture<Findings>> all = Stream.generate(
                        () -> CompletableFuture.supplyAsync(this::look, threads))
                .limit(16)
                .toList();

        assertThat(all).allMatch(each -> each.join().areGood());
    }

    @Test
    void has_no_answer_when_what_does_not_fit_never_comes_by_tcp() {
        publish();
        fill(DOMAIN.value(), 20);
        names.losing("tcp TXT example.lt", 9);

        assertThat(look(impatient())).isEqualTo(new Findings(VERIFIED, UNANSWERED, VERIFIED, VERIFIED));
    }

    @Test
    void asks_the_next_resolver_when_one_is_silent() {
        publish();
        try (NameServer silent =
                new NameServer().silentAbout(OWNERSHIP).silentAbout(DKIM).silentAbout("example.lt")) {
            Internet both = asking(Duration.ofSeconds(2), silent.port(), names.port());

            for (int i = 0; i < 3; i++) {
                assertThat(look(both).areGood()).isTrue();
            }
            assertThat(silent.questions()).isNotEmpty();
        }
    }

    @Test
    void does_not_take_a_failure_for_an_answer() {
        publish();
        names.failingAt(DKIM);

        assertThat(look()).isEqualTo(new Findings(VERIFIED, VERIFIED, UNANSWERED, VERIFIED));
    }

    @Test
    void needs_no_resolver_to_say_that_there_was_no_answer() {
        names.close();

        assertThat(look()).isEqualTo(new Findings(UNANSWERED, UNANSWERED, UNANSWERED, UNANSWERED));
    }

    private Findings look() {
        return look(internet);
    }

    private static Findings look(Internet internet) {
        return internet.lookUp(DOMAIN, RECORDS);
    }

    /** For questions that nobody answers; with time enough for those that somebody does. */
    private Internet impatient() {
        return asking(Duration.ofSeconds(2), names.port());
    }

    private static Internet asking(Duration timeout, int... ports) {
        return new Internet(
                Arrays.stream(ports)
                        .mapToObj(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .toList(),
                timeout);
    }

    private void fill(String host, int records) {
        for (int i = 0; i < records; i++) {
            names.txt(host, "filler-" + i + "-" + "x".repeat(200));
        }
    }

    private void publish() {
        names.txt(OWNERSHIP, RECORDS.ownershipText())
                .txt(DOMAIN.value(), RECORDS.spfText())
                .txt(DKIM, RECORDS.dkimText())
                .mx(DOMAIN.value(), RECORDS.mailHost());
    }
}
