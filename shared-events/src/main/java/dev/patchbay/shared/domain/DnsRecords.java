package dev.patchbay.shared.domain;

/**
 * What the name servers of a domain must say before mail is sent from it.
 *
 * @param ownershipText of the TXT record that shows whose domain it is
 * @param spfText of the TXT record that says who may send
 * @param dkimSelector names the key with which mail is signed
 * @param dkimText of the TXT record with that key
 * @param mailHost where mail to the domain is taken
 */
public record DnsRecords(String ownershipText, String spfText, String dkimSelector, String dkimText, String mailHost) {

    /** Where the TXT record is that shows whose domain it is. */
    public String ownershipHost(DomainName domain) {
        return "_patchbay." + domain;
    }

    /** Where the TXT record is with the key with which mail is signed. */
    public String dkimHost(DomainName domain) {
        return dkimSelector + "._domainkey." + domain;
    }
}
