package dev.weightscope.export;

import dev.weightscope.file.BoundedFile;
import dev.weightscope.file.ReadLimit;
import dev.weightscope.file.TextStream;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The session's text in an SVG file, read event by event and no further than to its end.
///
/// A document type is refused, so no entity is ever declared or expanded, and nothing outside of
/// the file is looked at. The JDK bounds how deep elements lie and how many attributes one has.
final class SvgNote {
    private static final String SVG = "http://www.w3.org/2000/svg";

    /// In the JDK's message for a document type, in every language.
    private static final String DENIED = "JAXP00010008";

    private static final int MAX_CHARACTERS = Math.toIntExact(ReadLimit.EXPERIMENT.bytes());

    private final Path file;
    private final XMLStreamReader events;

    private SvgNote(Path file, XMLStreamReader events) {
        this.file = file;
        this.events = events;
    }

    /// @return empty if the file is whole and has none
    /// @throws Refusal in one sentence, if it is no SVG picture, or damaged before the text's end
    static Optional<String> read(Path file) {
        BoundedFile picture = new BoundedFile(file, ReadLimit.PICTURE);
        try (Reader text = TextStream.of(file.toString(), picture.open())) {
            return new SvgNote(file, factory().createXMLStreamReader(text)).find();
        } catch (XMLStreamException failed) {
            throw failed.getNestedException() instanceof IOException unread
                    ? picture.unreadable(unread)
                    : refusal(file, String.valueOf(failed.getMessage()));
        } catch (IOException failed) {
            throw picture.unreadable(failed);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // Where it is only ignored, it is scanned all the same.
        factory.setProperty("jdk.xml.dtd.support", "deny");
        // None is declared, yet characters of the file count as one's; those are bounded already.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static Refusal refusal(Path file, String reason) {
        String sentence =
                reason.contains(DENIED)
                        ? "%s declares a document type, which is not read; save it as plain SVG,"
                                + " without one"
                        : "%s is damaged; the experiment in it, if there was one, is lost";
        return new Refusal(sentence.formatted(Quoted.path(file)));
    }

    private Optional<String> find() throws XMLStreamException {
        events.nextTag();
        if (!events.getLocalName().equals("svg") || !SVG.equals(events.getNamespaceURI())) {
            throw new Refusal("%s is no SVG picture".formatted(Quoted.path(file)));
        }
        while (events.hasNext()) {
            if (events.next() == XMLStreamConstants.START_ELEMENT && isSession()) {
                return Optional.of(session());
            }
        }
        return Optional.empty();
    }

    private boolean isSession() {
        return events.getLocalName().equals(SvgDocument.SESSION)
                && SvgDocument.NAMESPACE.equals(events.getNamespaceURI());
    }

    private String session() throws XMLStreamException {
        boolean isPacked =
                SvgDocument.BASE64.equals(events.getAttributeValue(null, SvgDocument.ENCODING));
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
        return isPacked ? unpacked(text.toString()) : text.toString();
    }

    private static String unpacked(String base64) throws XMLStreamException {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException failed) {
            throw new XMLStreamException(failed);
        }
    }
}
