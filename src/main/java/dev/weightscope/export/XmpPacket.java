package dev.weightscope.export;

import dev.weightscope.chart.Figure;
import dev.weightscope.file.BoundedFile;
import dev.weightscope.file.ReadLimit;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// The session's text in the metadata of a PDF file.
///
/// ISO 16684-1 (XMP), 7.3 Packet wrapper: it begins and ends with instructions that are found by
/// who knows nothing of the file around it. So nothing of a document is taken apart, and nothing
/// unpacked, to read its note. What other programs add to a document stands behind what was there:
/// the last note counts.
final class XmpPacket {
    private static final byte[] BEGIN = ascii("<?xpacket begin");
    private static final byte[] BEGUN = ascii("?>");
    private static final byte[] END = ascii("<?xpacket end");
    private static final byte[] OURS = ascii(XmlNote.NAMESPACE);
    private static final byte[] DOCUMENT = ascii("%PDF-");
    private static final byte[] ENCRYPTION = ascii("/Encrypt");
    private static final byte[] LAST = ascii("%%EOF");

    /// How far from its ends a document may have its first and its last words.
    private static final int AROUND = 1024;

    private final Path file;
    private final byte[] bytes;
    private boolean isDamaged;

    private XmpPacket(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /// @param sessionText is found again by [#read]
    static String text(Figure figure, String sessionText) {
        return """
        <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
        <dc:format>application/pdf</dc:format>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
        <xmp:CreatorTool>WeightScope</xmp:CreatorTool>
        <pdf:Producer>WeightScope</pdf:Producer>
        %s
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>
        """
                .formatted(
                        XmlText.escaped(figure.title()),
                        XmlText.escaped(figure.description()),
                        XmlNote.element(sessionText));
    }

    /// @return empty if the document is whole and has none
    /// @throws Refusal in one sentence, if it is no PDF document, if it may be encrypted, or if it
    ///   is damaged and without such a text
    static Optional<String> read(Path file) {
        return new XmpPacket(file, new BoundedFile(file, ReadLimit.PICTURE).bytes()).find();
    }

    private Optional<String> find() {
        if (indexOf(DOCUMENT, 0, AROUND) < 0) {
            throw new Refusal("%s is no PDF document".formatted(Quoted.path(file)));
        }
        Optional<String> last = Optional.empty();
        int begin = indexOf(BEGIN, 0, bytes.length);
        while (begin >= 0) {
            int end = indexOf(END, begin, bytes.length);
            if (end < 0) {
                isDamaged = true;
                break;
            }
            Optional<String> note = noteIn(begin, end);
            last = note.isPresent() ? note : last;
            begin = indexOf(BEGIN, end, bytes.length);
        }
        if (last.isEmpty()) {
            refuseUnreadable();
        }
        return last;
    }

    private Optional<String> noteIn(int begin, int end) {
        int begun = indexOf(BEGUN, begin, end);
        if (begun < 0 || indexOf(OURS, begun, end) < 0) {
            return Optional.empty(); // of another program
        }
        int from = begun + BEGUN.length;
        String packet = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        try {
            return XmlNote.in(file, new StringReader(packet)).find();
        } catch (XMLStreamException _) {
            isDamaged = true;
            return Optional.empty();
        }
    }

    private void refuseUnreadable() {
        if (isDamaged || indexOf(LAST, bytes.length - AROUND, bytes.length) < 0) {
            throw new Refusal(
                    "%s is damaged; the experiment in it, if there was one, is lost"
                            .formatted(Quoted.path(file)));
        }
        if (indexOf(ENCRYPTION, 0, bytes.length) >= 0) {
            throw new Refusal(
                    ("%s is encrypted, and so is the experiment in it, if there is one; save it"
                                    + " without a password")
                            .formatted(Quoted.path(file)));
        }
    }

    /// Where the words stand first.
    ///
    /// @param to they may begin before it
    /// @return negative if they do not
    private int indexOf(byte[] words, int from, int to) {
        int last = Math.min(to, bytes.length - words.length + 1);
        for (int i = Math.max(0, from); i < last; i++) {
            int same = 0;
            while (same < words.length && bytes[i + same] == words[same]) {
                same++;
            }
            if (same == words.length) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
