package dev.patchbay.server.dns;

import dev.patchbay.rest.domain.NameServers;
import dev.patchbay.shared.domain.DnsRecords;
import dev.patchbay.shared.domain.DomainName;
import dev.patchbay.shared.domain.Finding;
import dev.patchbay.shared.domain.Findings;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** The internet's name servers, by way of a resolver. */
@Component
final class Internet implements NameServers {
    private static final int ATTEMPTS = 2;
    private static final int MOST_ALIASES = 8;

    /** How much later dnsjava notices that a question was not answered in time. */
    private static final Duration LONGEST_OVERSIGHT = Duration.ofSeconds(1);

    /** An answer may come by way of several questions, because names may stand for others. */
    private static final int PATIENCE = 2;

    private final LookupSession session;
    private final Duration patience;

    @Autowired
    Internet(DnsSettings settings) {
        this(
                settings.address()
                        .map(List::of)
                        .orElseGet(() -> ResolverConfig.getCurrentConfig().servers()),
                settings.timeout());
    }

    /** Asks each of the resolvers in turn, as often as it takes. */
    Internet(List<InetSocketAddress> resolvers, Duration timeout) {
        ExtendedResolver resolver = new ExtendedResolver(
                resolvers.stream().map(each -> resolver(each, timeout)).toList());
        Duration question = timeout.plus(LONGEST_OVERSIGHT).multipliedBy((long) ATTEMPTS * resolvers.size());
        resolver.setTimeout(question);
        resolver.setRetries(ATTEMPTS);
        this.session = LookupSession.builder()
                .resolver(resolver)
                .maxRedirects(MOST_ALIASES)
                .build();
        this.patience = question.multipliedBy(PATIENCE);
    }

    private static Resolver resolver(InetSocketAddress address, Duration timeout) {
        SimpleResolver resolver = new SimpleResolver(address);
        resolver.setTimeout(timeout);
        resolver.setIoClientFactory(new Connections());
        return resolver;
    }

    @Override
    public Findings lookUp(DomainName domain, DnsRecords records) {
        var ownership = ask(records.ownershipHost(domain), Type.TXT, texts -> Expectations.ownership(records, texts));
        var spf = ask(domain.value(), Type.TXT, texts -> Expectations.spf(records, texts));
        var dkim = ask(records.dkimHost(domain), Type.TXT, texts -> Expectations.dkim(records, texts));
        var mx = ask(domain.value(), Type.MX, hosts -> Expectations.mx(records, hosts));
        return new Findings(ownership.join(), spf.join(), dkim.join(), mx.join());
    }

    private CompletableFuture<Finding> ask(String host, int type, Function<List<String>, Finding> meaning) {
        return session.lookupAsync(Name.fromConstantString(host + "."), type)
                .toCompletableFuture()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(answer -> meaning.apply(
                        answer.getRecords().stream().map(Internet::text).toList()))
                .exceptionally(Internet::without);
    }

    /** That there is nothing is an answer too. */
    private static Finding without(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof NoSuchDomainException || cause instanceof NoSuchRRSetException
                ? Finding.MISSING
                : Finding.UNANSWERED;
    }

    private static String text(Record record) {
        return switch (record) {
            case TXTRecord txt ->
                txt.getStringsAsByteArrays().stream()
                        .map(part -> new String(part, StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
            case MXRecord mx -> mx.getTarget().toString(true);
            default -> record.rdataToString();
        };
    }
}
