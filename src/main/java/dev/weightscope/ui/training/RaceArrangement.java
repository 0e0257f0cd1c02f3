package dev.weightscope.ui.training;

import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.controls.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Where the parts of the race's pane stand. The race is above and the layers below; in a narrow
/// pane one chart stands where else two or three do. Of data in a plane the decision boundaries
/// come first, and below them one chart as large as there is room.
final class RaceArrangement {
    /// Narrower than this one chart stands where two would.
    private static final double NARROW = 780;

    private static final double GAP = 8;
    private static final double HEADER = 28;
    private static final double TITLE = 18;
    private static final double UPPER = 0.56;

    /// Of the height, where what is below has a row for each run.
    private static final double UPPER_OF_COMPARED = 0.42;

    /// Of the height, where the data lies in a plane.
    private static final double BOUNDARIES = 0.24;

    /// Room for squares in which something can be told, if it is not more than a share of all.
    private static final double LEAST_BOUNDARIES = 150;

    private static final double MOST_BOUNDARIES = 0.36;

    private static final double LOSS = 0.66;
    private static final double HISTOGRAMS = 0.475;
    private static final double STDS = 0.46;

    /// The place of what is moved into a header: before its controls.
    private static final int CONTROLS = 3;

    private final RaceCanvases charts;
    private final TimeBar time;
    private final RaceHeaders headers;
    private final RaceChoices choices;
    private final Set<Node> shown = new HashSet<>();

    RaceArrangement(RaceCanvases charts, TimeBar time, RaceHeaders headers, RaceChoices choices) {
        this.charts = charts;
        this.time = time;
        this.headers = headers;
        this.choices = choices;
    }

    List<Node> nodes() {
        return Stream.<Node>concat(
                        Stream.of(
                                headers.boundary,
                                headers.loss,
                                headers.accuracy,
                                headers.layers,
                                headers.beside,
                                headers.updates,
                                headers.compared,
                                time),
                        charts.all().stream())
                .toList();
    }

    void place(double width, double height) {
        shown.clear();
        charts.nameAccuracies(charts.hasPlane() || width < NARROW);
        if (charts.hasPlane()) {
            placePlane(width, height);
        } else if (width < NARROW) {
            placeNarrow(width, height);
        } else {
            placeWide(width, height);
        }
        Stream.concat(nodes().stream(), headers.parts().stream())
                .forEach(node -> Shown.when(node, shown.contains(node)));
    }

    private void placePlane(double width, double height) {
        double least = Math.min(LEAST_BOUNDARIES, Math.floor(height * MOST_BOUNDARIES));
        double first = Math.max(least, Math.floor(height * BOUNDARIES));
        put(headers.boundary, 0, 0, width, HEADER);
        put(charts.boundaries, 0, HEADER, width, first - HEADER - GAP);
        seat(headers.running, headers.boundary, CONTROLS);
        shown.add(headers.running.words());
        seat(time.player(), headers.boundary, CONTROLS + 1);
        if (!headers.running.isVisible()) {
            shown.add(headers.boundaryNote);
        }
        double timeHeight = time.prefHeight(-1);
        double chartTop = first + HEADER + GAP / 2;
        double chartHeight = height - timeHeight - chartTop;
        // Also unseen: the slider has its scale.
        charts.loss.resizeRelocate(
                0, chartTop, chartWidth(charts.loss, width), Math.max(0, chartHeight));
        if (choices.comparing.get()) {
            put(headers.compared, 0, first, width, HEADER);
            put(charts.compared, 0, chartTop, width, chartHeight);
        } else {
            put(headers.loss, 0, first, width, HEADER);
            shown.add(headers.larges);
            boolean isLoss = choices.large.get() == RaceChoices.Large.LOSS;
            if (isLoss) {
                shown.addAll(List.of(headers.frames, headers.scales));
            }
            if (isLoss && width >= NARROW) {
                shown.add(headers.lossNote);
            }
            ChartCanvas large = largeChart();
            boolean isOfOneRun =
                    List.of(charts.updates, charts.layers, charts.overSteps).contains(large);
            seatNames(isOfOneRun && width >= NARROW ? headers.loss : headers.layers);
            put(large, 0, chartTop, chartWidth(large, width), chartHeight);
        }
        put(time, 0, height - timeHeight, width, timeHeight);
    }

    /// Which run and which step are seen.
    private void seatNames(Pane header) {
        seat(headers.layersTitle, header, 0);
        seat(headers.layersNote, header, 1);
    }

    /// Below a chart over steps is the time slider, and right of the slider the step in its field:
    /// the chart stands back where its own right margin, in which names stand, is narrower.
    private double chartWidth(ChartCanvas chart, double width) {
        boolean isOverTime = List.of(charts.loss, charts.accuracy, charts.updates).contains(chart);
        double missing = time.stepRoom() - chart.nameWidth(width).orElse(time.stepRoom());
        return isOverTime ? width - Math.max(0, missing) : width;
    }

    private ChartCanvas largeChart() {
        return switch (choices.large.get()) {
            case LOSS -> charts.loss;
            case ACCURACY -> charts.hasAccuracy() ? charts.accuracy : charts.loss;
            case UPDATES -> charts.updates;
            case STDS -> charts.stds;
            case HISTOGRAMS -> charts.layers;
            case OVER_STEPS -> charts.overSteps;
        };
    }

    private void placeNarrow(double width, double height) {
        double upperHeight = upperHeight(height);
        boolean isAccuracy =
                charts.hasAccuracy() && choices.upper.get() == RaceChoices.Upper.ACCURACY;
        seatNames(headers.layers);
        seat(time.player(), headers.loss, CONTROLS);
        seat(headers.running, headers.loss, CONTROLS + 1);
        shown.add(charts.hasAccuracy() ? headers.uppers : headers.lossTitle);
        ChartCanvas chart = isAccuracy ? charts.accuracy : charts.loss;
        put(headers.loss, 0, 0, width, HEADER);
        placeUpper(chart, width, upperHeight, width);
        double top = upperHeight + GAP;
        if (choices.comparing.get()) {
            placeCompared(top, width, height - top);
            return;
        }
        put(headers.layers, 0, top, width, HEADER);
        shown.add(headers.lowers);
        put(lowerChart(), 0, top + HEADER, width, height - top - HEADER);
    }

    private ChartCanvas lowerChart() {
        return switch (choices.lower.get()) {
            case HISTOGRAMS -> charts.layers;
            case STDS -> charts.stds;
            case UPDATES -> charts.updates;
            case OVER_STEPS -> charts.overSteps;
        };
    }

    private void placeWide(double width, double height) {
        double upperHeight = upperHeight(height);
        seatNames(headers.layers);
        if (charts.hasAccuracy()) {
            seat(headers.running, headers.loss, CONTROLS);
            seat(time.player(), time, time.getChildren().size());
        } else {
            seatPlayerAbove(); // below, the slider is as wide as the pane
        }
        shown.add(headers.running.words());
        shown.add(headers.lossTitle);
        if (!headers.running.isVisible()) {
            shown.add(headers.lossNote);
        }
        double lossWidth = charts.hasAccuracy() ? Math.floor(width * LOSS) : width;
        put(headers.loss, 0, 0, lossWidth, HEADER);
        placeUpper(charts.loss, lossWidth, upperHeight, width);
        if (charts.hasAccuracy()) {
            double left = lossWidth + 2 * GAP;
            put(headers.accuracy, left, 0, width - left, HEADER);
            put(
                    charts.accuracy,
                    left,
                    charts.loss.getLayoutY(),
                    width - left,
                    charts.loss.getHeight());
        }
        double top = upperHeight + GAP;
        if (choices.comparing.get()) {
            placeCompared(top, width, height - top);
        } else {
            placeLower(top, width, height - top);
        }
    }

    private void seatPlayerAbove() {
        seat(time.player(), headers.loss, CONTROLS);
        seat(headers.running, headers.loss, CONTROLS + 1);
    }

    private double upperHeight(double height) {
        return Math.floor(height * (choices.comparing.get() ? UPPER_OF_COMPARED : UPPER));
    }

    private void placeUpper(ChartCanvas chart, double most, double height, double width) {
        double timeHeight = time.prefHeight(-1);
        double chartTop = HEADER + GAP / 2;
        double chartHeight = height - timeHeight - chartTop;
        double chartWidth = most < width ? most : chartWidth(chart, width);
        if (chart == charts.loss) {
            shown.addAll(List.of(headers.frames, headers.scales));
        }
        put(chart, 0, chartTop, chartWidth, chartHeight);
        put(time, 0, height - timeHeight, width, timeHeight);
    }

    private void placeCompared(double top, double width, double height) {
        put(headers.compared, 0, top, width, HEADER);
        put(charts.compared, 0, top + HEADER, width, height - HEADER);
    }

    private void placeLower(double top, double width, double height) {
        double chartTop = top + HEADER;
        double chartHeight = height - HEADER;
        double layersWidth = Math.floor(width * HISTOGRAMS);
        put(headers.layers, 0, top, layersWidth, HEADER);
        put(charts.layers, 0, chartTop, layersWidth, chartHeight);
        double left = layersWidth + 2 * GAP;
        double rest = width - left;
        put(headers.beside, left, top, rest, HEADER);
        if (choices.beside.get() == RaceChoices.Beside.OVER_STEPS) {
            put(charts.overSteps, left, chartTop, rest, chartHeight);
            return;
        }
        shown.addAll(List.of(headers.stdsTitle, headers.stdsNote));
        double stdWidth = Math.floor(rest * STDS);
        put(charts.stds, left, chartTop, stdWidth, chartHeight);
        double updatesLeft = left + stdWidth + GAP;
        put(headers.updates, updatesLeft, chartTop, width - updatesLeft, TITLE);
        put(
                charts.updates,
                updatesLeft,
                chartTop + TITLE,
                width - updatesLeft,
                chartHeight - TITLE);
    }

    private void put(Node node, double x, double y, double width, double height) {
        shown.add(node);
        node.resizeRelocate(x, y, Math.max(0, width), Math.max(0, height));
    }

    /// Moves what stands elsewhere.
    private static void seat(Node node, Pane parent, int place) {
        if (!parent.equals(node.getParent())) {
            if (node.getParent() instanceof Pane before) {
                before.getChildren().remove(node);
            }
            parent.getChildren().add(place, node);
        }
    }
}
