package dev.weightscope.ui.phase;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.plane.MapView;
import dev.weightscope.chart.plane.PlaneChart;
import dev.weightscope.chart.plane.PlaneMap;
import dev.weightscope.model.Keyed;
import dev.weightscope.phase.PhaseAnswer;
import dev.weightscope.phase.PhaseCharts;
import dev.weightscope.phase.PhaseLines;
import dev.weightscope.phase.PhaseQuantity;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ChartPart;
import dev.weightscope.ui.controls.PanelParts;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.ViewState;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The map, and beside and below it what leads to where a signal ends at its point. In a narrow
/// pane one of the curves stands below the map.
public final class PhasePane extends Pane {
    private static final double NARROW = 760;
    private static final double HEADER = 30;
    private static final double TITLE = 20;
    private static final double GAP = 10;
    private static final double SPACING = 8;
    private static final double MAP_WIDTH = 0.63;
    private static final double MAP_HEIGHT = 0.64;
    private static final String HERE = "you are here: drag";

    private final PhaseMap map;
    private final ChartCanvas length = ChartCanvas.of("phase-length");
    private final ChartCanvas correlation = ChartCanvas.of("phase-correlation");
    private final ChartCanvas depth = ChartCanvas.of("phase-depth");
    private final Label title = PanelParts.title("Phase diagram");
    private final Label note = new Label();
    private final Label lengthTitle = PanelParts.title("Length map");
    private final Label correlationTitle = PanelParts.title("Correlation map");
    private final Label depthTitle = PanelParts.title("How deep the signal reaches");
    private final PhaseSwitches switches;
    private final HBox header;
    private final HBox lowerHeader;
    private final ObjectProperty<Lower> lower = new SimpleObjectProperty<>(Lower.DEPTH);

    /// What stands below the map where there is room for one.
    private enum Lower implements Keyed {
        DEPTH("depth", "Depth"),
        LENGTH("length", "Length map"),
        CORRELATION("correlation", "Correlation map");

        private final String key;
        private final String label;

        Lower(String key, String label) {
            this.key = key;
            this.label = label;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /// @param quantity what the map shows
    /// @param switches what it shows beside
    public PhasePane(
            ObservableValue<Palette> palette,
            ObjectProperty<PhaseQuantity> quantity,
            PhaseSwitches switches,
            PhaseMap.Hand hand) {
        this.switches = switches;
        map = new PhaseMap(hand);
        note.getStyleClass().add("panel-note");
        note.setMinWidth(0);
        note.setTooltip(
                new Tooltip(
                        "The theory of any independent weights of one law, as layers get wider"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        header =
                row(
                        title,
                        note,
                        gap,
                        Segments.of(
                                List.of(PhaseQuantity.values()),
                                quantity,
                                each ->
                                        new Segments.Name(
                                                "shows-" + each.key(),
                                                each.label(),
                                                each.label() + ": " + each.meaning())));
        header.getChildren().addAll(switches.buttons());
        lowerHeader =
                row(
                        Segments.of(
                                List.of(Lower.values()),
                                lower,
                                each ->
                                        new Segments.Name(
                                                "below-" + each.key(),
                                                each.label(),
                                                each.label())));
        getStyleClass().add("chart-panel");
        getChildren()
                .addAll(
                        header,
                        map,
                        lengthTitle,
                        length,
                        correlationTitle,
                        correlation,
                        depthTitle,
                        depth,
                        lowerHeader);
        canvases().forEach(each -> each.paletteProperty().bind(palette));
        map.point().paletteProperty().bind(palette);
        lower.subscribe(this::requestLayout);
    }

    /// Has what is chosen above the charts kept.
    public void keep(ViewState view) {
        view.keep("phase-frameworks", switches.frameworksProperty());
        view.keep("phase-lower", lower, Lower.class);
    }

    private boolean hasFrameworks() {
        return switches.frameworksProperty().get();
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(SPACING, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public PhaseMap map() {
        return map;
    }

    /// The map first.
    public List<ChartCanvas> canvases() {
        return List.of(map.ground(), length, correlation, depth);
    }

    /// @param answers the live one first
    public void show(List<Series<PhaseAnswer>> answers) {
        if (answers.isEmpty()) {
            map.clear();
            return;
        }
        Series<PhaseAnswer> live = answers.getFirst();
        PhaseAnswer answer = live.values();
        note.setText(
                answer.experiment().activation().label()
                        + ", infinite width"
                        + (answer.isWhole() ? "" : " ≈"));
        MapView ground =
                PhaseCharts.ground(answer).withMarks(PhaseCharts.others(answers, hasFrameworks()));
        map.show(ground, PhaseCharts.mark(live, HERE).orElse(null));
        length.chartProperty().set(new PlaneChart(PhaseLines.length(answer)));
        correlation.chartProperty().set(new PlaneChart(PhaseLines.correlation(answer)));
        depth.chartProperty().set(new PlaneChart(PhaseLines.depth(answer)));
    }

    /// Whether what is shown is of an older question.
    public void setStale(boolean isStale) {
        map.ground().staleProperty().set(false);
        List.of(length, correlation, depth).forEach(each -> each.staleProperty().set(isStale));
    }

    /// The charts, each with its heading, the map with its point first.
    public List<ChartPart> pictures(List<Series<PhaseAnswer>> answers) {
        List<ChartPart> parts = new ArrayList<>();
        if (!answers.isEmpty()) {
            MapView ground = PhaseCharts.ground(answers.getFirst().values());
            parts.add(
                    new ChartPart(
                            "Phase diagram",
                            new PlaneMap(
                                    ground.withMarks(PhaseCharts.marks(answers, hasFrameworks()))),
                            map.ground(),
                            "map"));
            add(parts, lengthTitle, length, "length");
            add(parts, correlationTitle, correlation, "correlation");
            add(parts, depthTitle, depth, "depth");
        }
        return parts;
    }

    private static void add(List<ChartPart> parts, Label title, ChartCanvas canvas, String view) {
        @Nullable Chart chart = canvas.chartProperty().get();
        if (chart != null) {
            parts.add(new ChartPart(title.getText(), chart, canvas, view));
        }
    }

    /// The tab says it too: where controls leave no room for it, as beside one that goes on with
    /// what was given up, it stands back.
    private void showTitle(double width) {
        double own = title.minWidth(-1) + SPACING;
        double others = header.minWidth(-1) - (title.isManaged() ? own : 0);
        Shown.when(title, own + others <= width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        boolean isNarrow = width < NARROW;
        Shown.when(lowerHeader, isNarrow);
        Shown.when(depthTitle, !isNarrow);
        Shown.when(lengthTitle, !isNarrow);
        Shown.when(correlationTitle, !isNarrow);
        Shown.when(length, !isNarrow || lower.get() == Lower.LENGTH);
        Shown.when(correlation, !isNarrow || lower.get() == Lower.CORRELATION);
        Shown.when(depth, !isNarrow || lower.get() == Lower.DEPTH);
        showTitle(width);
        header.resizeRelocate(0, 0, width, HEADER);
        double mapHeight = Math.floor((height - HEADER) * MAP_HEIGHT);
        double below = HEADER + mapHeight + GAP;
        if (isNarrow) {
            PanelParts.put(map, 0, HEADER, width, mapHeight);
            PanelParts.put(lowerHeader, 0, below, width, HEADER);
            for (Node each : List.of(length, correlation, depth)) {
                PanelParts.put(each, 0, below + HEADER, width, height - below - HEADER);
            }
            return;
        }
        double mapWidth = Math.floor(width * MAP_WIDTH);
        PanelParts.put(map, 0, HEADER, mapWidth, mapHeight);
        double left = mapWidth + 2 * GAP;
        double half = Math.floor((mapHeight - GAP) / 2);
        PanelParts.put(lengthTitle, left, HEADER, width - left, TITLE);
        PanelParts.put(length, left, HEADER + TITLE, width - left, half - TITLE);
        double second = HEADER + half + GAP;
        PanelParts.put(correlationTitle, left, second, width - left, TITLE);
        PanelParts.put(correlation, left, second + TITLE, width - left, half - TITLE);
        PanelParts.put(depthTitle, 0, below, width, TITLE);
        PanelParts.put(depth, 0, below + TITLE, width, height - below - TITLE);
    }
}
