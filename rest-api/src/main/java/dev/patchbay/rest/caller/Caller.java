package dev.patchbay.rest.caller;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.apikey.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Who calls, as the key says; never prints the key. */
public final class Caller {
    private static final String ATTRIBUTE = Caller.class.getName();

    private final long apiKeyId;
    private final Scope scope;
    private final Set<Permission> permissions;
    private final String bearer;

    public Caller(long apiKeyId, Scope scope, Set<Permission> permissions, String bearer) {
        this.apiKeyId = apiKeyId;
        this.scope = scope;
        this.permissions = Set.copyOf(permissions);
        this.bearer = bearer;
    }

    /** The caller of a request. */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw Problem.unauthorized();
    }

    public void enter(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public long apiKeyId() {
        return apiKeyId;
    }

    public Scope scope() {
        return scope;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** The whole key, a secret. */
    public String bearer() {
        return bearer;
    }

    public boolean isAccountWide() {
        return scope.projectId() == null;
    }
}
