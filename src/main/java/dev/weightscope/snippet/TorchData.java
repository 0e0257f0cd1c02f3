package dev.weightscope.snippet;

import dev.weightscope.data.BundledData;
import dev.weightscope.data.DataOutline;
import dev.weightscope.data.DrawnData;
import dev.weightscope.model.FileName;
import dev.weightscope.model.Scaling;
import dev.weightscope.training.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A data set as float32 tensors: `x`, rows × features, and `y`, classes counted from 0 or numbers.
final class TorchData {
    private TorchData() {}

    static List<String> lines(DataOutline data, Loss loss) {
        Optional<DrawnData> drawn = DrawnData.withKey(data.source());
        Scaling scaling = drawn.isPresent() ? Scaling.STANDARD : data.reading().scaling();
        List<String> lines =
                new ArrayList<>(
                        PythonScript.comment(
                                "%s: %d rows x %d columns, %s"
                                        .formatted(
                                                PythonScript.ascii(FileName.of(data.source())),
                                                data.rows(),
                                                data.inputs().size(),
                                                scaling.words())));
        lines.addAll(
                drawn.map(each -> TorchDrawn.lines(each, data.reading().drawn()))
                        .orElseGet(() ->
                                BundledData.withKey(data.source())
                                        .map(each -> TorchBundled.lines(each, data))
                                        .orElseGet(() -> TorchTable.lines(data))));
        lines.addAll(
                switch (scaling) {
                    case STANDARD ->
                            loss == Loss.MEAN_SQUARED_ERROR
                                    ? Stream.of("x", "y").flatMap(TorchData::standardized).toList()
                                    : standardized("x").toList();
                    case UNIT -> List.of("x = x / x.abs().max()");
                    case NONE -> List.of();
                });
        lines.add(
                switch (loss) {
                    case BINARY_CROSS_ENTROPY, MEAN_SQUARED_ERROR -> "x, y = x.float(), y.float()";
                    case SOFTMAX_CROSS_ENTROPY -> "x, y = x.float(), y.long()";
                });
        return lines;
    }

    private static Stream<String> standardized(String name) {
        return Stream.of(
                        "constant = $.amax(0) == $.amin(0)  # becomes 0",
                        "std = $.std(0, correction=0).masked_fill(constant, torch.inf)",
                        "$ = ($ - $.mean(0)) / std")
                .map(line -> line.replace("$", name));
    }
}
