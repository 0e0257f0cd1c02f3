package dev.weightscope.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Data to train on, and what other programs found with it.
final class Tables {
    private Tables() {}

    /// A table of src/test/resources/golden.
    static JsonNode golden(String name) {
        try (InputStream stream = Tables.class.getResourceAsStream("/golden/" + name)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(stream, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The numbers of an array; `"inf"` is infinity.
    static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(
                        each -> each.isNumber() ? each.asDouble() : Double.parseDouble("Infinity"))
                .toArray();
    }

    /// How values become features.
    enum Scaling {
        /// By the mean and the population std of each column over all rows; constant ones are 0.
        STANDARDIZED,
        /// Of bytes.
        BY_255
    }

    /// A data set that comes with the program: its last column is the class.
    static TrainingData of(String file, int classes, Scaling scaling) {
        List<double[]> rows = rows(file);
        int features = rows.getFirst().length - 1;
        float[] values = new float[rows.size() * features];
        int[] target = new int[rows.size()];
        for (int j = 0; j < features; j++) {
            double mean = 0;
            double factor = 1 / 255.0;
            if (scaling == Scaling.STANDARDIZED) {
                int column = j;
                mean = rows.stream().mapToDouble(row -> row[column]).average().orElseThrow();
                double centre = mean;
                double variance =
                        rows.stream()
                                .mapToDouble(row -> (row[column] - centre) * (row[column] - centre))
                                .average()
                                .orElseThrow();
                factor = variance == 0 ? 0 : 1 / Math.sqrt(variance);
            }
            for (int i = 0; i < rows.size(); i++) {
                values[i * features + j] = (float) ((rows.get(i)[j] - mean) * factor);
            }
        }
        for (int i = 0; i < target.length; i++) {
            target[i] = (int) rows.get(i)[features];
        }
        return new TrainingData(file, features, values, new Target.Classes(classes, target));
    }

    private static List<double[]> rows(String file) {
        try (InputStream stream =
                        Objects.requireNonNull(
                                Tables.class.getResourceAsStream(
                                        "/dev/weightscope/assets/data/" + file),
                                file);
                BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        file.endsWith(".gz") ? new GZIPInputStream(stream) : stream,
                                        StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(Tables::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] row(String line) {
        String[] cells = line.split(",", -1);
        double[] numbers = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            numbers[i] = Double.parseDouble(cells[i]);
        }
        return numbers;
    }
}
