package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.document.ContractDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A call as Twilio handles it: every request is signed and sent twice, as if the first answer had been lost. */
record Carrier(URI server, long account, String dialled, String callSid) {

    private static final ContractDocument DOCUMENT = ContractDocument.approved();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What the server tells the carrier. */
    record Told(int status, String type, String body) {

        /** Where the carrier goes on when a telephone has rung, or a message was left. */
        URI action() {
            return URI.create(between("action=\"", "\"").replace("&amp;", "&"));
        }

        /** Who is told that the telephone of this operator was picked up. */
        URI whenAnswers(long operator) {
            String number = numbers()
                    .filter(text -> text.contains("operator=" + operator + "\""))
                    .findFirst()
                    .orElseThrow();
            return URI.create(number.substring(0, number.indexOf('"')).replace("&amp;", "&"));
        }

        /** Who is told that a telephone was picked up of which there is but one. */
        URI whenAnswered() {
            return URI.create(between("statusCallback=\"", "\"").replace("&amp;", "&"));
        }

        List<Long> rung() {
            return numbers()
                    .map(text -> Long.valueOf(text.substring(text.indexOf("operator=") + 9, text.indexOf('"'))))
                    .toList();
        }

        private Stream<String> numbers() {
            return Arrays.stream(body.split("statusCallback=\"", -1)).skip(1);
        }

        private String between(String before, String after) {
            int start = body.indexOf(before) + before.length();
            assertThat(start).as(body).isGreaterThanOrEqualTo(before.length());
            return body.substring(start, body.indexOf(after, start));
        }
    }

    /** The token that the server was given for an account. */
    static String token(long account) {
        return "token of account " + account;
    }

    Told dialIn(String... more) {
        return twice(webhook("voice"), form("CallStatus", "ringing", more));
    }

    Told dialInOnce() {
        return post(webhook("voice"), form("CallStatus", "ringing"), token(account));
    }

    Told stepIsOver(Told told, String dialCallStatus, int seconds) {
        return twice(
                told.action(),
                form("DialCallStatus", dialCallStatus, "DialCallDuration", "" + seconds, "CallStatus", "in-progress"));
    }

    void picksUp(URI callback) {
        Map<String, String> form = form("CallStatus", "in-progress", "ParentCallSid", callSid);
        form.put("CallSid", callSid + "-child");
        form.put("To", "+15555550112");
        assertThat(twice(callback, form)).isEqualTo(new Told(204, "", ""));
    }

    void isOver(String callStatus, int seconds) {
        assertThat(twice(webhook("status"), form("CallStatus", callStatus, "CallDuration", "" + seconds)))
                .isEqualTo(new Told(204, "", ""));
    }

    Told twice(URI address, Map<String, String> form) {
        Told first = post(address, form, token(account));
        assertThat(post(address, form, token(account))).isEqualTo(first);
        return first;
    }

    Told post(URI address, Map<String, String> form, String token) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", signature(address.toString(), form, token))
                .header("User-Agent", "TwilioProxy/1.1")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            DOCUMENT.check(
                    "POST", address.getPath(), new Reply(response.statusCode(), response.headers(), response.body()));
            return new Told(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    URI webhook(String name) {
        return server.resolve("/webhooks/twilio/" + name);
    }

    Map<String, String> form(String name, String value, String... more) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "AccountSid",
                "AC1",
                "CallSid",
                callSid,
                "To",
                dialled,
                "From",
                "+15557654321",
                "Direction",
                "inbound"));
        form.put(name, value);
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String signature(String address, Map<String, String> form, String token) {
        StringBuilder text = new StringBuilder(address);
        new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
