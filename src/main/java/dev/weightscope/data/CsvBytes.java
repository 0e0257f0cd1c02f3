package dev.weightscope.data;

import dev.weightscope.file.BoundedStream;
import dev.weightscope.file.ReadLimit;
import dev.weightscope.file.TextStream;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// The text in the bytes of a table, which may be compressed, or no text at all. What a file is,
/// its first bytes say, whatever its name.
final class CsvBytes {
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] OLD_EXCEL = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private CsvBytes() {}

    /// @param source names the file in messages
    /// @param bytes closed with the result
    /// @param limit of the text, in bytes
    static TextStream text(String source, InputStream bytes, ReadLimit limit) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, 1 << 16);
        buffered.mark(OLD_EXCEL.length);
        byte[] head = buffered.readNBytes(OLD_EXCEL.length);
        buffered.reset();
        if (begins(head, ZIP) || begins(head, OLD_EXCEL)) {
            throw new Refusal(
                    "%s is no text but an Excel file or an archive; save the table as CSV"
                            .formatted(Quoted.path(source)));
        }
        return TextStream.of(
                source, begins(head, GZIP) ? unpacked(source, buffered, limit) : buffered);
    }

    private static InputStream unpacked(String source, InputStream packed, ReadLimit limit)
            throws IOException {
        return new BoundedStream(
                new GZIPInputStream(packed, 1 << 13),
                limit.bytes(),
                () ->
                        new Refusal(
                                "%s is too large: it unpacks to more than %s"
                                        .formatted(Quoted.path(source), limit.size())));
    }

    private static boolean begins(byte[] head, byte[] magic) {
        return head.length >= magic.length
                && Arrays.equals(magic, 0, magic.length, head, 0, magic.length);
    }
}
