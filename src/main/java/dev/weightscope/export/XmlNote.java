package dev.weightscope.export;

import dev.weightscope.file.ReadLimit;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The session's text as an element of an XML document, read event by event and no further than to
/// its end.
///
/// A document type is refused, so no entity is ever declared or expanded, and nothing outside of
/// the file is looked at. The JDK bounds how deep elements lie and how many attributes one has.
///
/// @param file for messages
record XmlNote(Path file, XMLStreamReader events) {
    /// Of the element that holds the session's text.
    static final String NAMESPACE = "urn:weightscope";

    private static final String PLAIN = "session";

    /// The element's name where XML cannot hold the text as it is.
    private static final String PACKED = "sessionBase64";

    /// In the JDK's message for a document type, in every language.
    private static final String DENIED = "JAXP00010008";

    private static final int MAX_CHARACTERS = Math.toIntExact(ReadLimit.EXPERIMENT.bytes());

    /// The element that is found again.
    static String element(String text) {
        return XmlText.canHold(text)
                ? element(PLAIN, XmlText.escaped(text))
                : element(PACKED, XmlText.base64(text));
    }

    private static String element(String name, String content) {
        return "<%1$s xmlns=\"%2$s\">%3$s</%1$s>".formatted(name, NAMESPACE, content);
    }

    static XmlNote in(Path file, Reader text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // Where it is only ignored, it is scanned all the same.
        factory.setProperty("jdk.xml.dtd.support", "deny");
        // None is declared, yet characters of the file count as one's; those are bounded already.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return new XmlNote(file, factory.createXMLStreamReader(text));
    }

    /// Whether a document was refused for its type.
    static boolean isOfDocumentType(XMLStreamException failed) {
        return String.valueOf(failed.getMessage()).contains(DENIED);
    }

    /// Goes to the outermost element.
    ///
    /// @return whether it is this one
    boolean begins(String namespace, String name) throws XMLStreamException {
        events.nextTag();
        return isAt(namespace, name);
    }

    /// What stands behind the place that was read last.
    ///
    /// @return empty if the document is whole and has none
    /// @throws XMLStreamException if it is not well-formed, as far as to the text's end
    Optional<String> find() throws XMLStreamException {
        while (events.hasNext()) {
            if (events.next() == XMLStreamConstants.START_ELEMENT) {
                if (isAt(NAMESPACE, PLAIN)) {
                    return Optional.of(content());
                }
                if (isAt(NAMESPACE, PACKED)) {
                    return Optional.of(unpacked(content()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isAt(String namespace, String name) {
        return events.getLocalName().equals(name) && namespace.equals(events.getNamespaceURI());
    }

    private String content() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (events.next() != XMLStreamConstants.END_ELEMENT) {
            if (events.isStartElement()) {
                throw new XMLStreamException("an element within the text");
            }
            switch (events.getEventType()) {
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        text.append(events.getText());
                default -> {} // a comment, an instruction
            }
            if (text.length() > MAX_CHARACTERS) {
                throw new Refusal(
                        "%s holds a note of more than %s, which no experiment has"
                                .formatted(Quoted.path(file), ReadLimit.EXPERIMENT.size()));
            }
        }
        return text.toString();
    }

    private static String unpacked(String base64) throws XMLStreamException {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException failed) {
            throw new XMLStreamException(failed);
        }
    }
}
