package dev.weightscope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.inspect.TensorRole;
import dev.weightscope.model.Layouts;
import dev.weightscope.weights.LayerGuess;
import dev.weightscope.weights.WeightFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgementTest {
    @TempDir Path folder;

    private record Row(String name, String shape, TensorRole role) {}

    /// The matrix is the one that is stored; its area goes to the side of the inputs.
    @Test
    void aTensorsRoleFollowsFromItsShapeAndLayout() throws IOException {
        List<Row> rows =
                List.of(
                        new Row("a.weight", "3,5", new TensorRole.Weights(3, 5, 5, 3)),
                        new Row("a.bias", "3", new TensorRole.Bias(5)),
                        new Row("b/kernel", "3,5", new TensorRole.Weights(3, 5, 3, 5)),
                        new Row("b/bias", "5", new TensorRole.Bias(3)),
                        new Row("c.weight", "8,4,3,2", new TensorRole.Weights(8, 24, 24, 48)),
                        new Row("d/kernel", "3,2,4,8", new TensorRole.Weights(24, 8, 24, 48)),
                        new Row("embed.weight", "9,4", new TensorRole.Other()),
                        new Row("norm.weight", "4", new TensorRole.Other()),
                        new Row("e.weight", "0,4", new TensorRole.Other()),
                        new Row("scale", "", new TensorRole.Other()));
        Path path = file(rows);
        try (WeightFile file = WeightFile.open(path)) {
            LayerGuess guess = new LayerGuess(file.tensors(), Layouts.GUESSED);
            for (int i = 0; i < rows.size(); i++) {
                assertEquals(
                        rows.get(i).role(),
                        Judgement.role(file.tensors().get(i), guess.fans(file.tensors().get(i))),
                        rows.get(i).name());
            }
            assertEquals(10, file.tensors().size());
        }
    }

    private Path file(List<Row> rows) throws IOException {
        StringBuilder header = new StringBuilder("{");
        int end = 0;
        for (Row row : rows) {
            int begin = end;
            int count = 1;
            for (String size : row.shape().isEmpty() ? new String[0] : row.shape().split(",")) {
                count *= Integer.parseInt(size);
            }
            end += count;
            header.append(header.length() == 1 ? "" : ",")
                    .append(
                            "\"%s\":{\"dtype\":\"I8\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
                                    .formatted(row.name(), row.shape(), begin, end));
        }
        byte[] text = header.append("}").toString().getBytes(StandardCharsets.UTF_8);
        return Files.write(
                folder.resolve("model"),
                ByteBuffer.allocate(8 + text.length + end)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(text.length)
                        .put(text)
                        .array());
    }
}
