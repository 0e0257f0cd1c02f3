package dev.weightscope.ui.training;

import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.controls.Shown;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Where the parts of the race's pane stand: the race above, and below it the layers; in a narrow
/// pane one chart where else two or three do.
///
/// @param uppers chooses between loss and accuracy where one stands for both
/// @param narrowLowers chooses what stands below where one stands for all
record RaceArrangement(
        RaceCanvases charts,
        TimeBar time,
        HBox lossHeader,
        Label lossTitle,
        Label lossNote,
        RunningRace running,
        HBox boundaryHeader,
        Label accuracyTitle,
        HBox layersHeader,
        HBox rightHeader,
        Label stdsTitle,
        Label stdsNote,
        Label updatesTitle,
        Node uppers,
        Node narrowLowers) {
    /// Narrower than this one chart stands where two would.
    private static final double NARROW = 780;

    private static final double GAP = 8;
    private static final double HEADER = 28;
    private static final double TITLE = 18;
    private static final double UPPER = 0.56;

    /// Of the height, where the data lies in a plane.
    private static final double BOUNDARIES = 0.24;

    private static final double LOSS = 0.66;
    private static final double HISTOGRAMS = 0.46;
    private static final double STDS = 0.46;

    /// The place of the player among the controls of the header.
    private static final int PLAYER = 3;

    List<Node> nodes() {
        return List.of(
                boundaryHeader,
                charts.boundaries,
                lossHeader,
                accuracyTitle,
                charts.loss,
                charts.accuracy,
                time,
                layersHeader,
                charts.layers,
                rightHeader,
                charts.stds,
                updatesTitle,
                charts.updates,
                charts.overSteps);
    }

    void place(
            double width,
            double height,
            RacePane.Upper upper,
            RacePane.Lower lower,
            RacePane.Beside beside) {
        boolean isNarrow = width < NARROW;
        showUpper(isNarrow, upper);
        if (isNarrow) {
            showLower(lower);
        } else {
            showBeside(beside);
        }
        movePlayer(isNarrow);
        boolean hasPlane = charts.hasPlane();
        Shown.when(boundaryHeader, hasPlane);
        charts.boundaries.setVisible(hasPlane);
        double first = hasPlane ? Math.floor(height * BOUNDARIES) : 0;
        place(boundaryHeader, 0, 0, width, HEADER);
        place(charts.boundaries, 0, HEADER, width, first - HEADER - GAP);
        double upperHeight = Math.floor((height - first) * UPPER);
        placeUpper(!isNarrow && charts.hasAccuracy(), first, width, upperHeight);
        double top = first + upperHeight + GAP;
        if (isNarrow) {
            place(layersHeader, 0, top, width, HEADER);
            for (ChartCanvas each :
                    List.of(charts.layers, charts.stds, charts.updates, charts.overSteps)) {
                place(each, 0, top + HEADER, width, height - top - HEADER);
            }
        } else {
            placeLower(top, width, height - top);
        }
    }

    private void placeUpper(boolean hasTwo, double top, double width, double height) {
        double lossWidth = hasTwo ? Math.floor(width * LOSS) : width;
        double timeHeight = time.prefHeight(-1);
        double chartTop = top + HEADER + GAP / 2;
        double chartHeight = top + height - timeHeight - chartTop;
        place(lossHeader, 0, top, lossWidth, HEADER);
        place(charts.loss, 0, chartTop, lossWidth, chartHeight);
        double accuracyLeft = hasTwo ? lossWidth + 2 * GAP : 0;
        place(accuracyTitle, accuracyLeft, top, width - accuracyLeft, HEADER);
        place(charts.accuracy, accuracyLeft, chartTop, width - accuracyLeft, chartHeight);
        place(time, 0, top + height - timeHeight, width, timeHeight);
    }

    private void placeLower(double top, double width, double height) {
        double chartTop = top + HEADER;
        double chartHeight = height - HEADER;
        double layersWidth = Math.floor(width * HISTOGRAMS);
        place(layersHeader, 0, top, layersWidth, HEADER);
        place(charts.layers, 0, chartTop, layersWidth, chartHeight);
        double left = layersWidth + 2 * GAP;
        double rest = width - left;
        place(rightHeader, left, top, rest, HEADER);
        place(charts.overSteps, left, chartTop, rest, chartHeight);
        double stdWidth = Math.floor(rest * STDS);
        place(charts.stds, left, chartTop, stdWidth, chartHeight);
        double updatesLeft = left + stdWidth + GAP;
        place(updatesTitle, updatesLeft, chartTop, width - updatesLeft, TITLE);
        place(
                charts.updates,
                updatesLeft,
                chartTop + TITLE,
                width - updatesLeft,
                chartHeight - TITLE);
    }

    private static void place(Node node, double x, double y, double width, double height) {
        node.resizeRelocate(x, y, Math.max(0, width), Math.max(0, height));
    }

    private void showUpper(boolean isNarrow, RacePane.Upper upper) {
        boolean hasAccuracy = charts.hasAccuracy();
        boolean isAccuracyAlone = isNarrow && hasAccuracy && upper == RacePane.Upper.ACCURACY;
        Shown.when(uppers, isNarrow && hasAccuracy);
        Shown.when(accuracyTitle, !isNarrow && hasAccuracy);
        charts.loss.setVisible(!isAccuracyAlone);
        charts.accuracy.setVisible(hasAccuracy && (!isNarrow || isAccuracyAlone));
        Shown.when(lossTitle, !isNarrow || !hasAccuracy);
        Shown.when(lossNote, !isNarrow && !running.isVisible());
    }

    private void showLower(RacePane.Lower lower) {
        Shown.when(narrowLowers, true);
        Shown.when(rightHeader, false);
        Shown.when(updatesTitle, false);
        charts.layers.setVisible(lower == RacePane.Lower.HISTOGRAMS);
        charts.stds.setVisible(lower == RacePane.Lower.STDS);
        charts.updates.setVisible(lower == RacePane.Lower.UPDATES);
        charts.overSteps.setVisible(lower == RacePane.Lower.OVER_STEPS);
    }

    private void showBeside(RacePane.Beside beside) {
        boolean isStep = beside == RacePane.Beside.STEP;
        Shown.when(narrowLowers, false);
        Shown.when(rightHeader, true);
        Shown.when(stdsTitle, isStep);
        Shown.when(stdsNote, isStep);
        Shown.when(updatesTitle, isStep);
        charts.layers.setVisible(true);
        charts.stds.setVisible(isStep);
        charts.updates.setVisible(isStep);
        charts.overSteps.setVisible(!isStep);
    }

    /// In a narrow pane the buttons have no room beside the slider.
    private void movePlayer(boolean isNarrow) {
        HBox player = time.player();
        boolean isBesideSlider = time.equals(player.getParent());
        if (isNarrow && isBesideSlider) {
            time.getChildren().remove(player);
            lossHeader.getChildren().add(PLAYER, player);
        } else if (!isNarrow && !isBesideSlider) {
            lossHeader.getChildren().remove(player);
            time.getChildren().add(player);
        }
    }
}
