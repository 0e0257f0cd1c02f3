package dev.weightscope.snippet;

import dev.weightscope.data.DrawnData;
import dev.weightscope.model.DrawnPoints;
import dev.weightscope.model.Numbers;
import java.util.ArrayList;
import java.util.List;

/// A data set that is drawn, by the law that [DrawnData] draws it by.
final class TorchDrawn {
    private TorchDrawn() {}

    static List<String> lines(DrawnData data, DrawnPoints points) {
        List<String> lines = new ArrayList<>();
        lines.add("torch.manual_seed(%d)".formatted(Math.floorMod(points.seed(), 1L << 31)));
        lines.add("n = " + points.points());
        lines.add("y = (torch.arange(n) >= (n + 1) // 2).double()");
        if (data != DrawnData.BLOBS) {
            lines.add("share = torch.rand(n, dtype=torch.float64)");
        }
        lines.addAll(
                switch (data) {
                    case MOONS ->
                            List.of(
                                    "side, angle = 1 - 2 * y, math.pi * share",
                                    "x = torch.stack([y + side * angle.cos(), y / 2 + side *"
                                            + " angle.sin()], 1)");
                    case CIRCLES ->
                            List.of(
                                    "radius, angle = 1 - y / 2, 2 * math.pi * share",
                                    "x = torch.stack([radius * angle.cos(), radius * angle.sin()],"
                                            + " 1)");
                    case SPIRALS ->
                            List.of(
                                    "angle = math.pi * (3 * share + y)",
                                    "x = torch.stack([share * angle.cos(), share * angle.sin()],"
                                            + " 1)");
                    case BLOBS ->
                            List.of(
                                    "x = 2 * y[:, None] - 1 + 0.5 * torch.randn(n, 2,"
                                            + " dtype=torch.float64)");
                });
        lines.add("x = x + %s * torch.randn_like(x)".formatted(Numbers.plain(points.noise())));
        return lines;
    }
}
