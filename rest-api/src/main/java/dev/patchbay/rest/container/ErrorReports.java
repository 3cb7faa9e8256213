package dev.patchbay.rest.container;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Failures;
import dev.patchbay.rest.answer.Replies;
import dev.patchbay.rest.request.RequestIdFilter;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** Answers what Tomcat turns away before the application sees it: in JSON, and never as a failure of the server. */
public final class ErrorReports extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported() || isCutOff(response)) {
            return;
        }
        try {
            if (response.getHeader(RequestIdFilter.HEADER) == null) {
                response.setHeader(
                        RequestIdFilter.HEADER, RequestIdFilter.choose(request.getHeader(RequestIdFilter.HEADER)));
            }
            Replies.write(Envelope.around(Failures.ofStatus(blame(status)), request), response);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("an error could not be reported", e);
        }
    }

    /** A protocol version or a transfer coding that nobody speaks here is the client's mistake. */
    private static int blame(int status) {
        return status == 501 || status == 505 ? 400 : status;
    }

    private static boolean isCutOff(Response response) {
        AtomicBoolean writable = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
        return !writable.get();
    }
}
