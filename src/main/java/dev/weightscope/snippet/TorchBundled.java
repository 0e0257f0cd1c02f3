package dev.weightscope.snippet;

import dev.weightscope.data.BundledData;
import dev.weightscope.data.DataOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A data set that comes with the program, from where scikit-learn has it.
final class TorchBundled {
    private TorchBundled() {}

    static List<String> lines(BundledData bundled, DataOutline data) {
        List<String> lines = new ArrayList<>();
        lines.addAll(
                switch (bundled) {
                    case BREAST_CANCER ->
                            List.of(
                                    "x, y = map(torch.tensor,"
                                            + " load_breast_cancer(return_X_y=True))");
                    case DIGITS ->
                            List.of("x, y = map(torch.tensor, load_digits(return_X_y=True))");
                    case MNIST ->
                            List.of(
                                    "# The first 200 of each digit; the program has 200 others.",
                                    "x, y = fetch_openml(\"mnist_784\", return_X_y=True,"
                                            + " as_frame=False)",
                                    "x, y = torch.tensor(x).double(), torch.tensor(y.astype(int))",
                                    "rows = [(y == digit).nonzero()[:200, 0] for digit in"
                                            + " range(10)]",
                                    "rows = torch.cat(rows).sort().values",
                                    "x, y = x[rows], y[rows]");
                });
        int features = data.columns() - 1;
        boolean isAsUsual =
                data.target() == features
                        && data.inputs().equals(IntStream.range(0, features).boxed().toList());
        if (!isAsUsual) {
            lines.add("table = torch.cat([x, y[:, None]], 1)");
            lines.add("x, y = table[:, %s], table[:, %d]".formatted(data.inputs(), data.target()));
            if (!data.classes().isEmpty()) {
                lines.add("y = y.unique(return_inverse=True)[1]");
            }
        }
        return lines;
    }
}
