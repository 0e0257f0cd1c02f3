package dev.weightscope.ui.training;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.race.DrawnCurves;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The runs, first to the goal on top, with their figures at the step that is looked at: the legend
/// of the charts. Pointing at a row has the others stand back; a click selects its run.
final class RunsTable extends VBox {
    static final double LOSS = 54;
    static final double GOAL = 38;
    static final double RIGHT = 35;

    private final ObservableValue<Palette> palette;
    private final IntegerProperty selected;
    private final IntegerProperty pointedAt;
    private final PinActions pins;
    private final Label lossHead = head(LOSS);
    private final Label goalHead = head(GOAL);
    private final Label rightHead = head(RIGHT);
    private final HBox heads;
    private final Map<Integer, RunRow> rows = new HashMap<>();

    /// @param selected the colour of the run that is selected
    /// @param pointedAt the colour of the run that is pointed at; −1 for none
    RunsTable(
            ObservableValue<Palette> palette,
            IntegerProperty selected,
            IntegerProperty pointedAt,
            PinActions pins) {
        this.palette = palette;
        this.selected = selected;
        this.pointedAt = pointedAt;
        this.pins = pins;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        rightHead.setText("right");
        heads = new HBox(gap, lossHead, goalHead, rightHead);
        heads.getStyleClass().addAll("compared-heads", "summary-heads");
        heads.setAlignment(Pos.BOTTOM_RIGHT);
        getStyleClass().addAll("compared", "runs-table");
        setId("runs");
    }

    private static Label head(double width) {
        Label head = new Label();
        head.setMinWidth(width);
        head.setMaxWidth(width);
        head.setWrapText(true);
        return head;
    }

    void show(Race race, int step) {
        double goal = race.asked().plan().stops().goal();
        lossHead.setText("loss at\nstep " + step);
        goalHead.setText(goal > 0 ? "step of\n" + NumberText.significant(goal, 3) : "");
        List<Node> shown = new ArrayList<>();
        shown.add(heads);
        List<String> names = race.runs().stream().map(run -> run.series().label()).toList();
        int front = race.find(selected.get()).map(Race.Run::colour).orElse(0);
        for (Race.Run run : race.runs()) {
            RunRow row = rows.computeIfAbsent(run.colour(), this::row);
            row.show(
                    run,
                    names,
                    List.of(
                            figure(run.answer().loss(), step),
                            goal > 0 ? goalStep(run) : "",
                            share(run.answer().accuracy(), step)),
                    run.colour() == front);
            shown.add(row);
        }
        rows.values().retainAll(shown);
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
    }

    private RunRow row(int colour) {
        RunRow row = new RunRow(colour, palette, pins);
        row.setOnMouseEntered(_ -> pointedAt.set(colour));
        row.setOnMouseExited(_ -> pointedAt.set(-1));
        row.setOnMouseClicked(_ -> {
            row.requestFocus();
            selected.set(colour);
        });
        return row;
    }

    private static String goalStep(Race.Run run) {
        return run.entry().goalStep().isPresent()
                ? Integer.toString(run.entry().goalStep().getAsInt())
                : run.answer().isComplete() ? "never" : "…";
    }

    private static String figure(DrawnCurves curves, int step) {
        double value = at(curves, step);
        return Double.isNaN(value) ? "–" : NumberText.significant(value, 3);
    }

    private static String share(DrawnCurves curves, int step) {
        double value = at(curves, step);
        return Double.isNaN(value) ? "–" : Math.round(100 * value) + " %";
    }

    /// The median at a step, or at the last that there is before it; NaN where there is none.
    static double at(DrawnCurves curves, int step) {
        return curves.length() == 0
                ? Double.NaN
                : curves.median(Math.min(step, curves.length() - 1));
    }
}
