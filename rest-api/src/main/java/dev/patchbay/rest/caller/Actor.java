package dev.patchbay.rest.caller;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.shared.Scope;
import jakarta.servlet.http.HttpServletRequest;

/** Who asks: whoever holds an API key, or an agent. */
public interface Actor {

    /** Who asks in a request that was let in. */
    static Actor of(HttpServletRequest request) {
        if (request.getAttribute(Actor.class.getName()) instanceof Actor actor) {
            return actor;
        }
        throw Problem.unauthorized();
    }

    /** Makes the request that of this actor. */
    default void enter(HttpServletRequest request) {
        request.setAttribute(Actor.class.getName(), this);
    }

    /** What provenance calls actors of this kind. */
    String kind();

    /** Tells the actor from others of the kind. */
    long id();

    /** What the actor may see. */
    Scope scope();

    /** What only this actor knows. */
    String secret();

    /** The actor among those of all kinds. */
    String name();
}
