package dev.weightscope.report;

import dev.weightscope.model.Amounts;
import dev.weightscope.model.FileName;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What is known of a file, which need not be open any more.
///
/// @param source its path, or the key of one that comes along
/// @param format as people call it: `safetensors`
/// @param metadata what its writer noted down; may be any texts
/// @param bytes its size
/// @param modified when it was last written, before it was read
/// @param tensors in the file's order; of those that were not read yet it is known what the file
///   tells of them
public record FileReport(
        String source,
        String format,
        Map<String, String> metadata,
        long bytes,
        FileTime modified,
        List<TensorReport> tensors) {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    /// As many types as a line names.
    private static final int MOST_TYPES = 3;

    public FileReport {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tensors = List.copyOf(tensors);
    }

    /// Without its folder.
    public String name() {
        return FileName.quoted(source);
    }

    /// `1.99 MB · 12 tensors · 496,266 numbers · float32`
    public String facts() {
        long numbers = numbers();
        return "%s · %s · %s · %s"
                .formatted(
                        size(),
                        Amounts.counted(tensors.size(), "tensor"),
                        String.format(Locale.ROOT, "%,d", numbers)
                                + (numbers == 1 ? " number" : " numbers"),
                        types());
    }

    /// Of all tensors; 2⁶³ − 1 where there are more, as any file may say of tensors whose values
    /// cannot be read.
    public long numbers() {
        return tensors.stream()
                .mapToLong(each -> each.tensor().count())
                .reduce(0, (a, b) -> a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b);
    }

    private String size() {
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        return unit == 0
                ? bytes + " " + UNITS[0]
                : String.format(Locale.ROOT, size < 10 ? "%.2f" : "%.1f", size) + " " + UNITS[unit];
    }

    private String types() {
        List<String> types =
                tensors.stream().map(each -> each.tensor().dtype()).distinct().toList();
        return types.stream().limit(MOST_TYPES).collect(Collectors.joining(", "))
                + (types.size() > MOST_TYPES ? " …" : "");
    }
}
