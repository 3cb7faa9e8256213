package dev.patchbay.rest.twilio;

import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a request says about who calls, and when. */
@Component
final class Arrivals {
    /** Where a number without a country code is read: nowhere. */
    private static final String NO_REGION = "ZZ";

    private final Clock clock;

    Arrivals(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** When something happened; now when the carrier does not say, or names a time that has not come. */
    Instant time(Delivery delivery) {
        Instant now = now();
        return delivery.field("Timestamp")
                .flatMap(Arrivals::parse)
                .filter(time -> time.isBefore(now))
                .orElse(now);
    }

    /** A call that began to ring then. */
    CallFacts facts(Delivery delivery, Instant begin) {
        return new CallFacts(
                CallDirection.INBOUND,
                delivery.field("From").flatMap(Arrivals::phoneNumber).orElse(null),
                delivery.field("CallerName").flatMap(Arrivals::name).orElse(null),
                CallStatus.RINGING,
                0,
                null,
                false,
                null,
                begin,
                null);
    }

    /** Callers who withhold their number, or have none, are {@code anonymous}, {@code client:...} or {@code sip:...}. */
    private static Optional<PhoneNumber> phoneNumber(String from) {
        try {
            return Optional.of(PhoneNumber.parse(from, NO_REGION));
        } catch (InvalidText notOne) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(String callerName) {
        try {
            return Optional.of(DisplayName.parse(callerName).value());
        } catch (InvalidText unprintable) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> parse(String timestamp) {
        try {
            return Optional.of(ZonedDateTime.parse(timestamp, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
