package dev.patchbay.server.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the contract says of domains, assistants and identities, in as few words as it can be said. */
final class PostModel {

    final Map<String, Domain> domains = new LinkedHashMap<>();
    final Map<String, String> assistants = new LinkedHashMap<>();
    final Map<String, Identity> identities = new LinkedHashMap<>();

    /** A domain, and whether its name servers say what they must. */
    static final class Domain {
        final String name;
        String status = "pending";
        boolean published;

        Domain(String name) {
            this.name = name;
        }
    }

    /** An identity. */
    static final class Identity {
        final String domain;
        final String localPart;
        String name = "New";
        String status = "active";

        @Nullable
        String assistant;

        Identity(String domain, String localPart, @Nullable String assistant) {
            this.domain = domain;
            this.localPart = localPart;
            this.assistant = assistant;
        }
    }

    int addingDomain(String name) {
        return domains.values().stream().anyMatch(domain -> domain.name.equals(name)) ? 409 : 201;
    }

    int verifying(String id) {
        return domains.containsKey(id) ? 200 : 404;
    }

    void verify(String id) {
        Domain domain = domain(id);
        domain.status = domain.published ? "verified" : "failed";
    }

    int deletingDomain(String id) {
        if (!domains.containsKey(id)) {
            return 404;
        }
        return identities.values().stream().anyMatch(identity -> identity.domain.equals(id)) ? 409 : 204;
    }

    int creating(String domain, String localPart, @Nullable String assistant) {
        if (!domains.containsKey(domain) || isUnknown(assistant)) {
            return 404;
        }
        return isVerified(domain) && !isTaken(domain, localPart) ? 201 : 409;
    }

    int linking(String id, @Nullable String assistant) {
        return !identities.containsKey(id) || isUnknown(assistant) ? 404 : 200;
    }

    int sending(String id) {
        Identity identity = identities.get(id);
        if (identity == null) {
            return 404;
        }
        return identity.status.equals("active") && isVerified(identity.domain) ? 202 : 409;
    }

    void deleteAssistant(String id) {
        assistants.remove(id);
        identities.values().stream()
                .filter(identity -> id.equals(identity.assistant))
                .forEach(identity -> identity.assistant = null);
    }

    private boolean isUnknown(@Nullable String assistant) {
        return assistant != null && !assistants.containsKey(assistant);
    }

    private boolean isTaken(String domain, String localPart) {
        return identities.values().stream()
                .anyMatch(identity -> identity.domain.equals(domain) && identity.localPart.equals(localPart));
    }

    private boolean isVerified(String domain) {
        return domain(domain).status.equals("verified");
    }

    private Domain domain(String id) {
        return Objects.requireNonNull(domains.get(id), id);
    }
}
