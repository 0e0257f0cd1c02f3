package dev.weightscope.export.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// The numbered objects of a document, written in order of their numbers.
///
/// ISO 32000-1, 7.3 Objects and 7.5 File structure.
final class PdfObjects {
    private static final String HEADER = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";

    private final List<byte[]> bodies = new ArrayList<>();

    /// A number for an object whose body is told later.
    int reserve() {
        bodies.add(new byte[0]);
        return bodies.size();
    }

    /// @param body characters of Latin-1
    void set(int number, String body) {
        bodies.set(number - 1, latin(body));
    }

    /// @return the object's number
    int add(String body) {
        int number = reserve();
        set(number, body);
        return number;
    }

    /// A stream as it is.
    ///
    /// @param entries of its dictionary, without its length
    /// @return the object's number
    int addStream(String entries, byte[] content) {
        int number = reserve();
        ByteArrayOutputStream body = new ByteArrayOutputStream(content.length + 200);
        body.writeBytes(latin("<< %s /Length %d >>\nstream\n".formatted(entries, content.length)));
        body.writeBytes(content);
        body.writeBytes(latin("\nendstream"));
        bodies.set(number - 1, body.toByteArray());
        return number;
    }

    /// A stream, packed.
    ///
    /// @return the object's number
    int addPacked(String entries, byte[] content) {
        return addStream((entries + " /Filter /FlateDecode").strip(), packed(content));
    }

    /// Writes the document.
    ///
    /// @param root the catalogue's number
    /// @param info the number of the document information dictionary
    void writeTo(OutputStream out, int root, int info) throws IOException {
        out.write(latin(HEADER));
        long offset = HEADER.length();
        StringBuilder table =
                new StringBuilder("xref\n0 %d\n0000000000 65535 f \n".formatted(bodies.size() + 1));
        for (int i = 0; i < bodies.size(); i++) {
            table.append("%010d 00000 n \n".formatted(offset));
            byte[] begin = latin("%d 0 obj\n".formatted(i + 1));
            byte[] end = latin("\nendobj\n");
            out.write(begin);
            out.write(bodies.get(i));
            out.write(end);
            offset += begin.length + bodies.get(i).length + end.length;
        }
        out.write(latin(table.toString()));
        out.write(
                latin(
                        """
                        trailer
                        << /Size %d /Root %d 0 R /Info %d 0 R >>
                        startxref
                        %d
                        %%%%EOF
                        """
                                .formatted(bodies.size() + 1, root, info, offset)));
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 4 + 100);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
