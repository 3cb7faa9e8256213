package dev.patchbay.rest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.twilio.Twiml.Telephone;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwimlTest {
    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @Test
    void rings_telephones() {
        Reply reply = Twiml.dial(
                15,
                true,
                "https://x/step?turn=1&step=0",
                List.of(new Telephone("+15550000001", "https://x/a?o=1&p=\"<"), new Telephone("+15550000002", "y")));

        assertThat(reply.body()).isEqualTo(START + """
                        <Response>\
                        <Dial timeout="15" action="https://x/step?turn=1&amp;step=0" method="POST" answerOnBridge="true" \
                        record="record-from-answer-dual">\
                        <Number statusCallback="https://x/a?o=1&amp;p=&quot;&lt;" statusCallbackEvent="answered" \
                        statusCallbackMethod="POST">+15550000001</Number>\
                        <Number statusCallback="y" statusCallbackEvent="answered" \
                        statusCallbackMethod="POST">+15550000002</Number>\
                        </Dial></Response>""");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("Content-Type", "text/xml; charset=UTF-8");
    }

    @Test
    void records_only_what_is_to_be_recorded() {
        assertThat(Twiml.dial(15, false, "x", List.of()).body()).contains("record=\"do-not-record\"");
    }

    @Test
    void takes_a_message() {
        assertThat(Twiml.takeMessage("Speak & be <heard>", "x?a&b").body())
                .isEqualTo(START + "<Response><Say>Speak &amp; be &lt;heard&gt;</Say>"
                        + "<Record action=\"x?a&amp;b\" method=\"POST\"/></Response>");
    }

    @Test
    void ends_calls() {
        assertThat(Twiml.hangUp().body()).isEqualTo(START + "<Response><Hangup/></Response>");
        assertThat(Twiml.hangUp("Bye").body()).isEqualTo(START + "<Response><Say>Bye</Say><Hangup/></Response>");
        assertThat(Twiml.reject().body()).isEqualTo(START + "<Response><Reject/></Response>");
    }
}
