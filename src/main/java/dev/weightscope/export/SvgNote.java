package dev.weightscope.export;

import dev.weightscope.file.BoundedFile;
import dev.weightscope.file.ReadLimit;
import dev.weightscope.file.TextStream;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// The session's text in an SVG file.
final class SvgNote {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private SvgNote() {}

    /// @return empty if the file is whole and has none
    /// @throws Refusal in one sentence, if it is no SVG picture, or damaged before the text's end
    static Optional<String> read(Path file) {
        BoundedFile picture = new BoundedFile(file, ReadLimit.PICTURE);
        try (Reader text = TextStream.of(file.toString(), picture.open())) {
            XmlNote note = XmlNote.in(file, text);
            if (!note.begins(SVG, "svg")) {
                throw new Refusal("%s is no SVG picture".formatted(Quoted.path(file)));
            }
            return note.find();
        } catch (XMLStreamException failed) {
            throw failed.getNestedException() instanceof IOException unread
                    ? picture.unreadable(unread)
                    : refusal(file, failed);
        } catch (IOException failed) {
            throw picture.unreadable(failed);
        }
    }

    private static Refusal refusal(Path file, XMLStreamException failed) {
        String sentence =
                XmlNote.isOfDocumentType(failed)
                        ? "%s declares a document type, which is not read; save it as plain SVG,"
                                + " without one"
                        : "%s is damaged; the experiment in it, if there was one, is lost";
        return new Refusal(sentence.formatted(Quoted.path(file)));
    }
}
