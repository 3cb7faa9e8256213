package dev.patchbay.rest.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes replies to the wire, as they are: there is no negotiation, the API speaks JSON. */
public final class Replies implements HandlerMethodReturnValueHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final String JSON = "application/json";

    public static void write(Reply reply, HttpServletResponse response) {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(reply.status());
        if (body.length > 0) {
            response.setContentType(JSON);
            response.setContentLength(body.length);
        }
        reply.headers().forEach(response::setHeader);
        try {
            response.getOutputStream().write(body);
        } catch (IOException e) {
            LOG.debug("nobody waits for the answer any more", e);
        }
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Reply.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest request) {
        container.setRequestHandled(true);
        HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
        if (!(value instanceof Reply reply) || response == null) {
            throw new IllegalStateException(returnType + " gave no reply");
        }
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        write(asked == null ? reply : Envelope.around(reply, asked), response);
    }
}
