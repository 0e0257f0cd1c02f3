package dev.weightscope.data;

import dev.weightscope.file.ReadLimit;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What is to be learnt of a data set that comes with the program: its last column.
public final class ClassTargets {
    private ClassTargets() {}

    /// The class of each row, counted from 0, in the order of [DataTables#read].
    ///
    /// @param source the key of a [BundledData]
    /// @throws Refusal if it is no such key
    public static int[] read(String source) {
        BundledData data =
                BundledData.withKey(source)
                        .orElseThrow(() ->
                                new Refusal(
                                        "data %s is not one of: %s"
                                                .formatted(
                                                        Quoted.of(source),
                                                        Arrays.stream(BundledData.values())
                                                                .map(Keyed::key)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
        try (InputStream bytes = ClassTargets.class.getResourceAsStream(data.resource())) {
            if (bytes == null) {
                throw new IllegalStateException(data.resource() + " is not on the class path");
            }
            try (Reader text = CsvBytes.text(source, bytes, ReadLimit.TABLE);
                    BufferedReader lines = new BufferedReader(text)) {
                return lines.lines()
                        .skip(1)
                        .mapToInt(
                                line -> Integer.parseInt(line.substring(line.lastIndexOf(',') + 1)))
                        .toArray();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
