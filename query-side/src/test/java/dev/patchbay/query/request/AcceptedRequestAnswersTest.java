package dev.patchbay.query.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.Facts;
import dev.patchbay.query.LogTest;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.shared.request.AcceptedRequest;
import dev.patchbay.shared.request.FindAcceptedRequest;
import dev.patchbay.shared.request.RequestAccepted;
import dev.patchbay.shared.request.RequestKey;
import org.junit.jupiter.api.Test;

class AcceptedRequestAnswersTest extends LogTest {

    @Test
    void the_latest_acceptance_is_found_with_its_position() {
        log.append(new RequestAccepted("digest", "first", 7));
        log.append(Facts.number(8), new RequestAccepted("digest", "second", 8), Facts.number(9));

        assertThat(log.view(new FindAcceptedRequest(new RequestKey("digest"), NOW)))
                .isEqualTo(new AcceptedRequest("second", 8, ProjectedLog.START.plusSeconds(3), 3));
        assertThat(log.answer(new FindAcceptedRequest(new RequestKey("other"), NOW))
                        .view())
                .isNull();
    }
}
