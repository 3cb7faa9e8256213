package dev.patchbay.rest.container;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Has every request wait for its turn. Who sends the next request at once over the same connection would otherwise be served again
 * and again by a virtual thread, which nobody takes the processor from, while others wait for their first.
 */
final class Turns extends ValveBase {

    Turns() {
        super(true);
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // It is a turn that is given up, no order that is relied upon.
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Thread.yield();
        getNext().invoke(request, response);
    }
}
