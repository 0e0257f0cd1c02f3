package dev.weightscope.ui.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.chart.Palette;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Layouts;
import dev.weightscope.report.DetailCharts;
import dev.weightscope.report.TensorDetail;
import dev.weightscope.report.TensorPair;
import dev.weightscope.report.TensorReport;
import dev.weightscope.report.TensorReports;
import dev.weightscope.ui.testing.WindowTest;
import dev.weightscope.weights.WeightFile;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

@WindowTest
class DetailPaneTest {
    @Test
    void whatIsToldOfOneTensorDoesNotStandBesideTheNameOfTheNext(FxRobot robot) {
        try (WeightFile file = WeightFile.open(WeightFile.EXAMPLE);
                Kernel kernel = Kernels.scalar(1)) {
            List<TensorReport> reports =
                    new TensorReports(kernel, Cancellation.NEVER)
                            .of(file, Layouts.GUESSED, _ -> {});
            DetailCharts charts =
                    new DetailCharts(
                            TensorDetail.of(
                                    reports.getFirst(), Optional.empty(), Cancellation.NEVER),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "");
            String first = reports.getFirst().tensor().name();
            robot.interact(() -> {
                DetailPane pane = new DetailPane(new SimpleObjectProperty<>(Palette.LIGHT));
                Label note = (Label) pane.lookup("#tensor-note");
                pane.show(charts);
                assertEquals("singular values are being computed", note.getText());
                pane.await(row(reports.getFirst()));
                assertEquals("singular values are being computed", note.getText());
                pane.await(row(reports.getLast()));
                assertEquals("", note.getText());
                assertEquals(first, pane.title(), "whose charts are still drawn");
            });
        }
    }

    private static TensorRow row(TensorReport report) {
        return new TensorRow(
                0, new TensorPair(Optional.of(report), Optional.empty(), Optional.empty()));
    }
}
