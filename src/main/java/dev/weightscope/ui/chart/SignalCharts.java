package dev.weightscope.ui.chart;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Spread;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.ViewState;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The histograms of one way through the network or of both, and below them the curves by depth.
public final class SignalCharts extends Pane {
    /// Shares of the height below the header.
    private static final double ONE_PANEL = 0.57;

    private static final double ONE_ROW = 0.22;
    private static final double ROWS_SIDE_BY_SIDE = 0.48;

    private static final double GAP = 10;

    private final ObjectProperty<Ways> ways = new SimpleObjectProperty<>(Ways.BOTH);
    private final HistogramLook look = new HistogramLook();
    private final HistogramPanel forward = new HistogramPanel(Direction.FORWARD, look);
    private final HistogramPanel backward = new HistogramPanel(Direction.BACKWARD, look);
    private final DepthPanel depth;
    private final PanelHeader header;

    /// @param controls of what is held against the measured curves
    public SignalCharts(Node... controls) {
        getStyleClass().add("signal-charts");
        depth = new DepthPanel(controls);
        depth.waysProperty().bind(ways);
        header = PanelHeader.led(PanelControls.ways(ways), look.controls());
        getChildren().addAll(header, forward, backward, depth);
        ways.subscribe(this::arrange);
        look.layoutProperty().subscribe(this::arrange);
        arrange();
    }

    /// Which ways are shown; chosen by buttons, and by whoever knows which are computed.
    public ObjectProperty<Ways> waysProperty() {
        return ways;
    }

    public HistogramLook look() {
        return look;
    }

    /// The histograms of a direction, shown or not.
    public HistogramPanel histograms(Direction direction) {
        return switch (direction) {
            case FORWARD -> forward;
            case BACKWARD -> backward;
        };
    }

    /// The histograms that are shown, the signal's before the gradient's.
    public List<HistogramPanel> histograms() {
        return Stream.of(Direction.values())
                .filter(ways.get()::show)
                .map(this::histograms)
                .toList();
    }

    public DepthPanel depth() {
        return depth;
    }

    /// All charts that are shown, in reading order.
    public List<ChartCanvas> canvases() {
        return Stream.concat(
                        histograms().stream().map(HistogramPanel::canvas),
                        Stream.of(depth.canvas()))
                .toList();
    }

    public void show(@Nullable Snapshot snapshot) {
        forward.snapshotProperty().set(snapshot);
        backward.snapshotProperty().set(snapshot);
    }

    /// @param answers whose curves are drawn, from the back to the front
    public void show(List<Series<SignalAnswer>> answers) {
        depth.answersProperty().set(answers);
    }

    /// @param held whether axes may grow, but not shrink: a slider is being dragged
    public void follow(
            ObservableValue<Palette> palette,
            ObservableValue<Boolean> stale,
            ObservableValue<Boolean> held) {
        for (HistogramPanel each : List.of(forward, backward)) {
            each.paletteProperty().bind(palette);
            each.staleProperty().bind(stale);
            each.heldProperty().bind(held);
        }
        depth.paletteProperty().bind(palette);
        depth.staleProperty().bind(stale);
        depth.heldProperty().bind(held);
    }

    /// Calls `action` with the layer that is clicked on or entered.
    public void setOnLayer(IntConsumer action) {
        forward.setOnLayer(action);
        backward.setOnLayer(action);
        depth.setOnLayer(action);
    }

    /// Has what is chosen above the charts kept.
    public void keep(ViewState view) {
        view.keep("layout", look.layoutProperty(), HistogramLayout.class);
        view.keep("quantity", forward.quantityProperty(), Quantity.class);
        view.keep("gradient", backward.quantityProperty(), Quantity.class);
        view.keep("counts", look.countsProperty(), Scale.class);
        view.keep("spread", depth.spreadProperty(), Spread.class);
        view.keep("fit-depth", depth.fitsLiveProperty());
    }

    /// Both rows one below the other, so that each layer stands above itself; ridges, whose layers
    /// go from the top to the bottom, side by side.
    private void arrange() {
        for (HistogramPanel each : List.of(forward, backward)) {
            each.flatProperty().set(areBoth() && !areSideBySide());
        }
        Shown.when(forward, ways.get().show(Direction.FORWARD));
        Shown.when(backward, ways.get().show(Direction.BACKWARD));
        requestLayout();
    }

    private boolean areBoth() {
        return ways.get() == Ways.BOTH;
    }

    private boolean areSideBySide() {
        return areBoth() && look.layoutProperty().get() == HistogramLayout.RIDGE;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return header.minWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = header.prefHeight(width);
        header.resizeRelocate(0, 0, width, top);
        top += GAP;
        double room = getHeight() - top;
        if (areSideBySide()) {
            double height = Math.floor((room - GAP) * ROWS_SIDE_BY_SIDE);
            double half = Math.floor((width - 2 * GAP) / 2);
            forward.resizeRelocate(0, top, half, height);
            backward.resizeRelocate(width - half, top, half, height);
            top += height + GAP;
        } else {
            double share = areBoth() ? ONE_ROW : ONE_PANEL;
            double height = Math.floor((room - GAP) * share);
            for (HistogramPanel each : histograms()) {
                each.resizeRelocate(0, top, width, height);
                top += height + GAP;
            }
        }
        depth.resizeRelocate(0, top, width, Math.max(0, getHeight() - top));
    }
}
