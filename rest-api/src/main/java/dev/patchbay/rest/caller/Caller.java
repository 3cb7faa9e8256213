package dev.patchbay.rest.caller;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.apikey.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Who calls, as the key says; never prints the key. */
public final class Caller implements Actor {
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
        if (request.getAttribute(Actor.class.getName()) instanceof Caller caller) {
            return caller;
        }
        throw Problem.unauthorized();
    }

    @Override
    public String kind() {
        return "api_key";
    }

    @Override
    public long id() {
        return apiKeyId;
    }

    @Override
    public String name() {
        return Long.toString(apiKeyId);
    }

    public long apiKeyId() {
        return apiKeyId;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** The whole key. */
    @Override
    public String secret() {
        return bearer;
    }

    public boolean isAccountWide() {
        return scope.projectId() == null;
    }
}
