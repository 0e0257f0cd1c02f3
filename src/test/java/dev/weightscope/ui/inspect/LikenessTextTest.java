package dev.weightscope.ui.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Layouts;
import dev.weightscope.report.TensorReport;
import dev.weightscope.report.TensorReports;
import dev.weightscope.weights.WeightFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Of the file that comes along.
class LikenessTextTest {
    private static final Map<String, TensorReport> REPORTS = new HashMap<>();

    @BeforeAll
    static void read() {
        try (WeightFile file = WeightFile.open(WeightFile.EXAMPLE);
                Kernel kernel = Kernels.scalar(1)) {
            new TensorReports(kernel, Cancellation.NEVER)
                    .of(file, Layouts.GUESSED, _ -> {})
                    .forEach(each -> REPORTS.put(each.tensor().name(), each));
        }
    }

    private static String text(String name) {
        TensorReport report = Objects.requireNonNull(REPORTS.get(name));
        return LikenessText.headline(report) + "|" + LikenessText.detail(report);
    }

    @Test
    void aFittingLawHasItsDistanceAndTheChanceByAllTests() {
        assertTrue(
                text("fc3.weight").matches("He normal.*\\|KS 0[.]\\d+ · tests p (1|0[.]\\d+)"),
                text("fc3.weight"));
    }

    @Test
    void theSecondLineSaysMoreThanTheFirst() {
        assertEquals("Zeros|constant 0", text("fc2.bias"));
        assertEquals("Orthogonal|", text("rnn.weight_hh"));
        assertEquals("Too few to tell|10 of at least 50 numbers", text("head.bias"));
        assertTrue(text("fc1.weight").startsWith("Trained|nearest: "), text("fc1.weight"));
    }
}
