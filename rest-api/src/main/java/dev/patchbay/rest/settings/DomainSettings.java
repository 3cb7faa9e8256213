package dev.patchbay.rest.settings;

import dev.patchbay.shared.domain.DnsRecords;
import dev.patchbay.shared.domain.DomainName;
import dev.patchbay.shared.text.InvalidText;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the name servers of every domain must say for mail of this installation. What a domain was told once stays what it must
 * say.
 *
 * @param spf the whole text of the record that says who may send
 * @param dkimSelector the name of the key with which mail is signed
 * @param dkim the whole text of the record with that key
 * @param mailHost where mail is taken
 */
@ConfigurationProperties("patchbay.domains")
public record DomainSettings(
        @DefaultValue("v=spf1 include:spf.patchbay.example ~all")
        String spf,

        @DefaultValue("patchbay") String dkimSelector,
        @DefaultValue("v=DKIM1; k=rsa; p=") String dkim,
        @DefaultValue("mail.patchbay.example") String mailHost) {

    private static final Pattern SELECTOR = Pattern.compile("[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?");

    public DomainSettings {
        spf = require(
                "patchbay.domains.spf",
                spf,
                spf.strip().toLowerCase(Locale.ROOT).startsWith("v=spf1 "));
        dkim = require("patchbay.domains.dkim", dkim, dkim.contains("p="));
        mailHost = host(mailHost);
        dkimSelector = require(
                "patchbay.domains.dkim-selector",
                dkimSelector,
                SELECTOR.matcher(dkimSelector.strip()).matches());
    }

    /** What a domain must say that shows this to be its own. */
    public DnsRecords records(String proof) {
        return new DnsRecords("patchbay-verification=" + proof, spf, dkimSelector, dkim, mailHost);
    }

    private static String host(String mailHost) {
        try {
            return DomainName.parse(mailHost).value();
        } catch (InvalidText e) {
            throw new IllegalArgumentException(
                    "patchbay.domains.mail-host must be the name of a mail server, not '" + mailHost + "'");
        }
    }

    private static String require(String name, String value, boolean good) {
        if (!good) {
            throw new IllegalArgumentException(name + " is not such a record: '" + value + "'");
        }
        return value.strip();
    }
}
