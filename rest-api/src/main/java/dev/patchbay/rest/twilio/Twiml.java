package dev.patchbay.rest.twilio;

import dev.patchbay.rest.answer.Reply;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What Twilio is told to do next, in its own markup. */
final class Twiml {
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();
    private static final Map<String, String> XML = Map.of("Content-Type", "text/xml; charset=UTF-8");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private Twiml() throws XMLStreamException {
        xml = WRITERS.createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Response");
    }

    /** Ends the call. */
    static Reply hangUp() {
        return document(twiml -> twiml.empty("Hangup"));
    }

    /** Ends the call with these words. */
    static Reply hangUp(String words) {
        return document(twiml -> {
            twiml.text("Say", words);
            twiml.empty("Hangup");
        });
    }

    /** Turns the call away without answering it; the caller's own carrier says that the number is not in service. */
    static Reply reject() {
        return document(twiml -> twiml.empty("Reject"));
    }

    /**
     * Lets the caller leave a message after these words.
     *
     * @param then what is asked when the caller is done
     */
    static Reply takeMessage(String words, String then) {
        return document(twiml -> {
            twiml.text("Say", words);
            twiml.xml.writeEmptyElement("Record");
            twiml.attribute("action", then);
            twiml.attribute("method", "POST");
        });
    }

    /**
     * Rings telephones.
     *
     * @param seconds how long
     * @param recorded whether what is said is recorded
     * @param then what is asked when nobody answered, or when they are done
     */
    static Reply dial(int seconds, boolean recorded, String then, List<Telephone> telephones) {
        return document(twiml -> {
            twiml.xml.writeStartElement("Dial");
            twiml.attribute("timeout", Integer.toString(seconds));
            twiml.attribute("action", then);
            twiml.attribute("method", "POST");
            twiml.attribute("answerOnBridge", "true");
            twiml.attribute("record", recorded ? "record-from-answer-dual" : "do-not-record");
            for (Telephone telephone : telephones) {
                twiml.xml.writeStartElement("Number");
                twiml.attribute("statusCallback", telephone.whenAnswered());
                twiml.attribute("statusCallbackEvent", "answered");
                twiml.attribute("statusCallbackMethod", "POST");
                twiml.xml.writeCharacters(telephone.phoneNumber());
                twiml.xml.writeEndElement();
            }
            twiml.xml.writeEndElement();
        });
    }

    /**
     * A telephone to be rung.
     *
     * @param whenAnswered what is told when somebody answers
     */
    record Telephone(String phoneNumber, String whenAnswered) {}

    private void empty(String verb) throws XMLStreamException {
        xml.writeEmptyElement(verb);
    }

    private void text(String verb, String words) throws XMLStreamException {
        xml.writeStartElement(verb);
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    @FunctionalInterface
    private interface Content {
        void write(Twiml twiml) throws XMLStreamException;
    }

    private static Reply document(Content content) {
        try {
            Twiml twiml = new Twiml();
            content.write(twiml);
            twiml.xml.writeEndElement();
            twiml.xml.writeEndDocument();
            twiml.xml.close();
            return new Reply(200, XML, twiml.text.toString());
        } catch (XMLStreamException e) {
            throw new IllegalStateException("what is written to memory cannot fail", e);
        }
    }
}
