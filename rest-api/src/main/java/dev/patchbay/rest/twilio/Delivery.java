package dev.patchbay.rest.twilio;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.request.Form;
import dev.patchbay.rest.request.Headers;
import dev.patchbay.rest.request.QueryString;
import dev.patchbay.rest.request.RequestIdFilter;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.text.InvalidText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request of the carrier, as it came. */
final class Delivery {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private final HttpServletRequest request;
    private final @Nullable String publicUrl;
    private final Form form;
    private final QueryString parameters;
    private final Optional<Signature> signature;

    /**
     * Reads a request.
     *
     * @param publicUrl where the carrier reaches the server; null when the request says so itself
     */
    Delivery(HttpServletRequest request, @Nullable String publicUrl) {
        this.request = request;
        this.publicUrl = publicUrl;
        this.form = Form.of(request);
        this.parameters = new QueryString(request);
        this.signature = Optional.ofNullable(request.getHeader("X-Twilio-Signature"))
                .flatMap(offered -> Signature.read(offered, address(), form));
    }

    /** Whether anybody signed it, be it somebody who may or not. */
    boolean isSigned() {
        return signature.isPresent();
    }

    boolean isSignedWith(String token) {
        return signature.filter(read -> read.isOf(token)).isPresent();
    }

    Optional<String> field(String name) {
        return form.get(name).filter(value -> !value.isBlank());
    }

    String required(String name) {
        return field(name).orElseThrow(() -> Problem.parameter(name + " is required"));
    }

    /** Whether the call comes in, as all do that do not say otherwise. */
    boolean isInbound() {
        return field("Direction")
                .filter(direction -> !direction.equals("inbound"))
                .isEmpty();
    }

    /** What the carrier calls the call. */
    ExternalId call(String name) {
        try {
            return ExternalId.parse(required(name));
        } catch (InvalidText wrong) {
            throw Problem.parameter(name + " " + wrong.getMessage());
        }
    }

    /** A number of seconds, 0 when there is none. */
    long seconds(String name) {
        String text = field(name).orElse("0");
        if (!SECONDS.matcher(text).matches()) {
            throw Problem.parameter(name + " must be a non-negative integer");
        }
        return Long.parseLong(text);
    }

    /** A number in the address, which is there because the server put it there; -1 when it is not. */
    long parameter(String name) {
        return parameters
                .get(name)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::parseLong)
                .orElse(-1L);
    }

    /** The account that the address names; -1 when it names none. */
    long account() {
        return parameter("account");
    }

    /** The address of another webhook, for the carrier. */
    String link(String path) {
        return base() + "/webhooks/twilio/" + path;
    }

    Provenance provenance(long accountId) {
        return new Provenance(
                accountId,
                "carrier",
                0,
                RequestIdFilter.of(request),
                request.getRemoteAddr(),
                new Headers(request).userAgent(),
                null);
    }

    private String address() {
        String query = request.getQueryString();
        return base() + request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private String base() {
        String whole = request.getRequestURL().toString();
        return Objects.requireNonNullElseGet(
                publicUrl,
                () -> whole.substring(
                        0, whole.length() - request.getRequestURI().length()));
    }
}
