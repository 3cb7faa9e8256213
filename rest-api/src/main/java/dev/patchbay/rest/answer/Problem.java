package dev.patchbay.rest.answer;

import java.util.List;
import org.springframework.http.HttpHeaders;

/** A request that is not served, and the answer that says so. */
public class Problem extends RuntimeException {
    private final transient Reply reply;

    protected Problem(Reply reply) {
        super(reply.status() + " " + reply.body(), null, false, false);
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }

    public static Problem badRequest(String message) {
        return new Problem(Reply.error(400, message));
    }

    public static Problem malformedJson() {
        return badRequest("Malformed JSON");
    }

    public static Problem malformedForm() {
        return badRequest("Malformed form");
    }

    public static Problem unauthorized() {
        return new Problem(Reply.error(401, "Invalid API key").with(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    public static Problem forbidden(String message) {
        return new Problem(Reply.error(403, message));
    }

    /** There is no such thing, or none that the caller may see. */
    public static Problem notFound() {
        return new Problem(Reply.error(404, "Resource not found"));
    }

    /** Nothing is served under the path. */
    public static Problem unknownPath() {
        return new Problem(Reply.error(404, "Not found"));
    }

    /** What is to be the only one is somebody else's, or what is to change is not as it must be for that. */
    public static Problem taken(String message) {
        return new Problem(Reply.error(409, message));
    }

    /** Something else is as it is, and keeps this from happening; the contract has a word for it. */
    public static Problem conflict(String code, String message) {
        return new Problem(Reply.coded(409, code, message));
    }

    public static Problem stillRunning() {
        return new Problem(retryLater(1, Reply.error(409, "A request with this Idempotency-Key is still running")));
    }

    /** The caller saw another version than the current one. */
    public static Problem stale(EntityTag current, long position) {
        return new Problem(Reply.error(412, "Precondition failed")
                .with(HttpHeaders.ETAG, current.header())
                .at(position));
    }

    /** The caller saw what is there no more. */
    public static Problem stale() {
        return new Problem(Reply.error(412, "Precondition failed"));
    }

    public static Problem tooLarge() {
        return new Problem(Reply.error(413, "Request body too large"));
    }

    /** Of a body of many lines this one cannot be read. */
    public static Problem lineTooLong() {
        return new Problem(Reply.error(413, "Line too long"));
    }

    public static Problem notJson() {
        return new Problem(Reply.error(415, "Content-Type must be application/json"));
    }

    public static Problem notForm() {
        return new Problem(Reply.error(415, "Content-Type must be application/x-www-form-urlencoded"));
    }

    public static Problem notLines() {
        return new Problem(Reply.error(415, "Content-Type must be application/x-ndjson"));
    }

    /** A parameter of the request is missing or not one. */
    public static Problem parameter(String message) {
        return new Problem(Reply.error(422, message));
    }

    /** Values are not what the model allows, one message for each field. */
    public static Problem invalid(List<String> messages) {
        return new Problem(Reply.errors(messages));
    }

    public static Problem tooManyRequests(long seconds) {
        return new Problem(retryLater(seconds, Reply.error(429, "Rate limit exceeded")));
    }

    public static Problem tooManyFollow() {
        return new Problem(retryLater(5, Reply.error(429, "Too many follow the changes")));
    }

    public static Problem unavailable() {
        return new Problem(retryLater(5, Reply.error(503, "The log cannot be written at the moment")));
    }

    /** Nobody is there who could answer. */
    public static Problem unanswered() {
        return new Problem(retryLater(5, Reply.error(503, "Nobody answers at the moment")));
    }

    /** What is only sent when it is whole cannot be written. */
    public static Problem noRoom() {
        return new Problem(retryLater(60, Reply.error(503, "The export cannot be written at the moment")));
    }

    /** An answer of this length has no such part. */
    public static Problem unsatisfiable(long length) {
        return new Problem(
                Reply.error(416, "Range not satisfiable").with(HttpHeaders.CONTENT_RANGE, "bytes */" + length));
    }

    /** Whatever is begun now would not be finished. */
    public static Problem stopping() {
        return new Problem(retryLater(5, Reply.error(503, "The server is stopping")));
    }

    /** Others kept deciding about the same thing first; nothing happened, and trying again may succeed. */
    public static Problem crowded() {
        return new Problem(retryLater(1, Reply.error(409, "Others keep changing this at the same time")));
    }

    /** No answer came in time; whether the request took effect is not known. */
    public static Problem timeout() {
        return new Problem(retryLater(1, Reply.error(503, "No answer in time")));
    }

    protected static Reply retryLater(long seconds, Reply reply) {
        return reply.with(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
