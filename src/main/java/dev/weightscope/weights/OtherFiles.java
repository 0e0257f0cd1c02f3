package dev.weightscope.weights;

import dev.weightscope.model.Refusal;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people take for a file of weights, or whose weights are in a form that is not read: the
/// cause in a sentence, and the line that leads to a file that is.
final class OtherFiles {
    private static final int HEAD = 1024;

    private static final Pattern POINTED_SIZE = Pattern.compile("\nsize ([0-9]{1,19})\n");

    /// The line that leads from what only Python can load to what can be read.
    static final String CONVERT_PICKLE = "where it is trusted, convert it: " + Remedy.SAVE_STATE;

    private static final String PICKLE =
            "a Python pickle without the zip file that torch.save writes around one since PyTorch"
                    + " 1.6: a program that runs when it is loaded, so it is not read; "
                    + CONVERT_PICKLE;

    /// @param head how the file begins, one character a byte
    private record Sign(String head, String what) {}

    private static final List<Sign> SIGNS =
            List.of(
                    new Sign("\u0080\2", PICKLE),
                    new Sign("\u0080\3", PICKLE),
                    new Sign("\u0080\4", PICKLE),
                    new Sign("\u0080\5", PICKLE),
                    new Sign("\u001f\u008b", "compressed by gzip; unpack it with gunzip first"),
                    new Sign("BZh", "compressed by bzip2; unpack it with bunzip2 first"),
                    new Sign("\u00fd7zXZ\0", "compressed by xz; unpack it with unxz first"),
                    new Sign("(\u00b5/\u00fd", "compressed by zstd; unpack it with unzstd first"));

    private static final List<Sign> PICTURES =
            List.of(
                    new Sign("\u0089PNG", "a picture (PNG)"),
                    new Sign("\u00ff\u00d8\u00ff", "a picture (JPEG)"),
                    new Sign("GIF8", "a picture (GIF)"),
                    new Sign("%PDF-", "a PDF document"));

    private OtherFiles() {}

    /// @param source of no format that is read
    /// @param formats those that are
    static Refusal refusal(Source source, String formats) {
        if (source.size() == 0) {
            return source.refused("is empty; name a file of weights: " + formats);
        }
        String head = source.head(HEAD);
        for (Sign sign : PICTURES) {
            if (head.startsWith(sign.head())) {
                return source.refused(
                        "is %s, whatever its name, and holds no weights; name a file of weights: %s"
                                .formatted(sign.what(), formats));
            }
        }
        for (Sign sign : SIGNS) {
            if (head.startsWith(sign.head())) {
                return source.refused("is " + sign.what());
            }
        }
        if (head.startsWith("version https://git-lfs")) {
            return source.refused(
                    "is not the weights but what Git LFS leaves in their place%s; fetch them with:"
                                    .formatted(pointed(head))
                            + " "
                            + Remedy.FETCH);
        }
        String text = head.stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            return source.refused(
                    "is a web page and not the file that was to be downloaded; take the address of"
                            + " the download itself, on Hugging Face the one with /resolve/ in"
                            + " place of /blob/, and log in where it is asked for");
        }
        if (text.startsWith("{") && text.contains("\"weight_map\"")) {
            return source.refused(
                    "only lists in which files the tensors are; name one of those files");
        }
        return source.refused(
                "holds no weights in a form that is known; there are: %s; it begins with the bytes"
                                .formatted(formats)
                        + " "
                        + HexFormat.ofDelimiter(" ").formatHex(source.first(8)));
    }

    private static String pointed(String head) {
        Matcher size = POINTED_SIZE.matcher(head);
        return size.find() ? " (%s bytes)".formatted(size.group(1)) : "";
    }
}
