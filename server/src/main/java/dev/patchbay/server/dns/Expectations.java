package dev.patchbay.server.dns;

import dev.patchbay.shared.domain.DnsRecords;
import dev.patchbay.shared.domain.Finding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what name servers say is what a domain must say. */
final class Expectations {
    private static final String OWNERSHIP = "patchbay-verification=";
    private static final Pattern SPF = Pattern.compile("(?i)v=spf1( .*)?");
    private static final Pattern CATCH_ALL = Pattern.compile("(?i)[+?~-]?all");

    private Expectations() {}

    /** Others may keep proofs of theirs at the same place. */
    static Finding ownership(DnsRecords wanted, List<String> texts) {
        return finding(
                texts.stream()
                        .filter(text -> text.strip().startsWith(OWNERSHIP))
                        .toList(),
                text -> text.strip().equals(wanted.ownershipText()));
    }

    /** A domain may let others send as well, in the one such record that it may have. */
    static Finding spf(DnsRecords wanted, List<String> texts) {
        List<String> policies = texts.stream()
                .filter(text -> SPF.matcher(text.strip()).matches())
                .toList();
        if (policies.size() > 1) {
            return Finding.DIFFERENT;
        }
        return finding(policies, policy -> terms(policy).containsAll(terms(wanted.spfText())));
    }

    /** The key counts, however the record is written. */
    static Finding dkim(DnsRecords wanted, List<String> texts) {
        Map<String, String> expected = tags(wanted.dkimText());
        return finding(
                texts,
                text -> Stream.of("p", "k")
                        .allMatch(tag -> value(tags(text), tag).equals(value(expected, tag))));
    }

    /** Mail may be taken by others too. */
    static Finding mx(DnsRecords wanted, List<String> hosts) {
        return finding(hosts, host -> host.equalsIgnoreCase(wanted.mailHost()));
    }

    private static Finding finding(List<String> found, Predicate<String> good) {
        if (found.isEmpty()) {
            return Finding.MISSING;
        }
        return found.stream().anyMatch(good) ? Finding.VERIFIED : Finding.DIFFERENT;
    }

    /** What a policy lets through: nobody reads on after what it says of everybody else, which is the domain's own affair. */
    private static Set<String> terms(String policy) {
        return Arrays.stream(policy.strip().toLowerCase(Locale.ROOT).split(" +", -1))
                .takeWhile(term -> !CATCH_ALL.matcher(term).matches())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String value(Map<String, String> tags, String tag) {
        return tags.getOrDefault(tag, tag.equals("k") ? "rsa" : "missing");
    }

    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new HashMap<>();
        for (String tag : text.split(";", -1)) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.putIfAbsent(
                        tag.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        tag.substring(equals + 1).replaceAll("\\s", ""));
            }
        }
        return tags;
    }
}
