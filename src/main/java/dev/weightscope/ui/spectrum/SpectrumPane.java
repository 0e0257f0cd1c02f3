package dev.weightscope.ui.spectrum;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.Look;
import dev.weightscope.spectrum.MovedWeights;
import dev.weightscope.spectrum.SpectrumAnswer;
import dev.weightscope.spectrum.SpectrumCharts;
import dev.weightscope.spectrum.SpectrumLab;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ChartPart;
import dev.weightscope.ui.controls.PanelParts;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.ViewState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What becomes of directions: histograms above; below, the spread by depth and the weights.
public final class SpectrumPane extends Pane {
    /// Narrower than this one chart stands where else three do.
    private static final double NARROW = 780;

    private static final double HEADER = 28;
    private static final double GAP = 8;

    /// Of the height.
    private static final double UPPER = 0.5;

    /// Of the width, in a wide pane.
    private static final double BY_DEPTH = 0.46;

    private static final double LAYER = 0.5;

    private final SpectrumChoices choices = new SpectrumChoices();
    private final IntegerProperty selected = new SimpleIntegerProperty();
    private final ChartCanvas histograms = ChartCanvas.of("spectrum-histograms");
    private final ChartCanvas byDepth = ChartCanvas.of("spectrum-depth");
    private final ChartCanvas layer = ChartCanvas.of("spectrum-layer");
    private final ChartCanvas layers = ChartCanvas.of("spectrum-layers");
    private final PlaceStepper depths = new PlaceStepper("depth", this::lookAt);
    private final PlaceStepper layerSteps = new PlaceStepper("layer", this::lookAtLayer);
    private final Node axes = choices.axes();
    private final Label upperNote = note("log · dotted: 1, length kept · ◂ share below");
    private final Label weightsNote = note("");
    private final Node byDepthTitle = PanelParts.title("By depth");
    private final Node lowers = choices.lowers();
    private final Node byDepths = choices.byDepths();
    private final HBox upperHeader =
            header(
                    PanelParts.title("Singular values of ∂output / ∂input"),
                    upperNote,
                    depths,
                    choices.uppers(),
                    axes);
    private final HBox depthHeader = header(byDepthTitle, lowers, new Label(), byDepths);
    private final Node matrices = choices.matrices();
    private final HBox weightsHeader = header(PanelParts.title("Each weight matrix"), weightsNote);

    /// In the place of what training moves, where there is none.
    private final Label untrained = note("");

    private List<Series<SpectrumAnswer>> answers = List.of();
    private OptionalInt depth = OptionalInt.empty();
    private OptionalInt shownLayer = OptionalInt.empty();

    public SpectrumPane(ObservableValue<Palette> palette) {
        canvases().forEach(each -> each.paletteProperty().bind(palette));
        getChildren().addAll(upperHeader, depthHeader, weightsHeader);
        getChildren().addAll(canvases());
        untrained.setId("spectrum-untrained");
        untrained.setWrapText(true);
        untrained.setAlignment(Pos.TOP_LEFT);
        getChildren().add(untrained);
        choices.upper.subscribe(this::draw);
        choices.axis.subscribe(this::draw);
        choices.byDepth.subscribe(this::draw);
        choices.lower.subscribe(this::requestLayout);
        choices.matrix.subscribe(this::draw);
        selected.subscribe(_ -> draw());
        widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(this::arrange);
        histograms.setOnPick(hit -> {
            if (choices.upper.get() == SpectrumChoices.Upper.MATRIX) {
                lookAt(hit.stop());
                choices.upper.set(SpectrumChoices.Upper.OVERLAY);
            }
        });
        layers.setOnPick(hit -> lookAtLayer(hit.stop()));
    }

    /// Where one chart stands in the place of three, so do the headings.
    private void arrange(boolean isNarrow) {
        HBox from = isNarrow ? weightsHeader : depthHeader;
        HBox to = isNarrow ? depthHeader : weightsHeader;
        from.getChildren().removeAll(layerSteps, matrices);
        to.getChildren().removeAll(layerSteps, matrices);
        to.getChildren().addAll(layerSteps, matrices);
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().add("muted");
        note.setMinWidth(0);
        return note;
    }

    private static HBox header(Node title, Node note, Node... controls) {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox header = new HBox(8, title, note, between);
        header.getChildren().addAll(controls);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    /// Has what is chosen kept.
    public void keep(ViewState view) {
        choices.keep(view);
    }

    /// Whether what training moves is looked at, in the place of the weights at the start.
    public boolean isMovedShown() {
        return choices.matrix.get() == SpectrumChoices.Matrix.MOVED;
    }

    /// Calls `action` when a person looks at what training moves, or no longer.
    public void onMoved(Runnable action) {
        choices.matrix.addListener((_, _, _) -> action.run());
    }

    /// Looks at what training moves, or at the weights at the start.
    public void showMoved(boolean isMoved) {
        choices.matrix.set(isMoved ? SpectrumChoices.Matrix.MOVED : SpectrumChoices.Matrix.START);
    }

    /// The colour of the setting whose moved weights come first; where there is none, the live
    /// setting's do.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// The setting whose moved weights come first; empty of none.
    public Optional<Series<SpectrumAnswer>> frontOf(List<Series<SpectrumAnswer>> of) {
        return of.stream()
                .filter(each -> each.colour() == selected.get())
                .findFirst()
                .or(() -> of.stream().findFirst());
    }

    private List<Series<SpectrumAnswer>> frontFirst() {
        Optional<Series<SpectrumAnswer>> front = frontOf(answers);
        return Stream.concat(
                        front.stream(),
                        answers.stream().filter(each -> !front.equals(Optional.of(each))))
                .toList();
    }

    /// @param shown the live setting's answer first
    /// @param isStale whether that answers what was asked before
    public void show(List<Series<SpectrumAnswer>> shown, boolean isStale) {
        answers = shown;
        canvases().forEach(each -> each.staleProperty().set(isStale));
        draw();
    }

    /// Looks at one depth in the overlay.
    public void lookAt(int place) {
        depth = OptionalInt.of(place);
        draw();
    }

    private void lookAtLayer(int place) {
        shownLayer = OptionalInt.of(place);
        draw();
    }

    /// Goes to a neighbouring depth.
    public void step(int steps) {
        depths.step(steps, this::lookAt);
    }

    /// Goes back from one depth to all.
    ///
    /// @return false where all are shown
    public boolean showAll() {
        boolean wasOverlay = choices.upper.get() == SpectrumChoices.Upper.OVERLAY;
        choices.upper.set(SpectrumChoices.Upper.MATRIX);
        return wasOverlay;
    }

    private void draw() {
        boolean isOverlay = choices.upper.get() == SpectrumChoices.Upper.OVERLAY;
        Shown.when(depths, isOverlay);
        Shown.when(axes, !isOverlay);
        if (answers.isEmpty()) {
            return;
        }
        SpectrumCharts charts = new SpectrumCharts(answers);
        SpectrumAnswer live = answers.getFirst().values();
        int at =
                depth.isPresent() && live.at(depth.getAsInt()).isPresent()
                        ? depth.getAsInt()
                        : live.last().depth();
        depths.show(live.depths().stream().map(each -> each.depth()).toList(), at);
        histograms
                .chartProperty()
                .set(isOverlay ? charts.overlay(at) : charts.matrix(choices.axis.get()));
        byDepth.chartProperty()
                .set(
                        new LineChart(
                                switch (choices.byDepth.get()) {
                                    case SPREAD -> charts.spread();
                                    case CONDITION -> charts.condition();
                                }));
        if (isMovedShown()) {
            List<Series<SpectrumAnswer>> ordered = frontFirst();
            drawWeights(new SpectrumCharts(ordered), ordered.getFirst().values());
        } else {
            drawWeights(charts, live);
        }
        requestLayout();
    }

    /// @param front what comes first, in words too
    private void drawWeights(SpectrumCharts charts, SpectrumAnswer front) {
        int middle = Math.ceilDiv(front.experiment().depth(), 2);
        int wanted = shownLayer.orElse(middle);
        int last = front.experiment().depth();
        int at = Math.min(wanted, last);
        layerSteps.show(IntStream.rangeClosed(1, last).boxed().toList(), at);
        boolean isMoved = isMovedShown();
        Optional<String> why = isMoved ? front.untrained() : Optional.empty();
        untrained.setText(why.map(SpectrumLab::untrained).map(Sentences::finished).orElse(""));
        if (why.isPresent()) {
            weightsNote.setText("");
            layer.chartProperty().set(null);
            layers.chartProperty().set(null);
            return;
        }
        weightsNote.setText(
                isMoved ? front.moved().map(SpectrumPane::note).orElse("training …") : "");
        (isMoved ? charts.moved(at) : charts.weights(at))
                .ifPresentOrElse(
                        chart -> layer.chartProperty().set(chart),
                        () -> layer.staleProperty().set(true));
        (isMoved ? charts.movedExtremes() : charts.extremes())
                .ifPresentOrElse(
                        view ->
                                layers.chartProperty()
                                        .set(new LineChart(view.withLook(Look.WITHOUT_NAMES))),
                        () -> layers.staleProperty().set(true));
        layers.setCursor(OptionalInt.of(at));
    }

    private static String note(MovedWeights moved) {
        return "at step " + moved.step();
    }

    /// The charts that are seen, the histograms first, each with its heading.
    public List<ChartPart> pictures() {
        List<ChartPart> all = new ArrayList<>();
        boolean isOverlay = choices.upper.get() == SpectrumChoices.Upper.OVERLAY;
        add(
                all,
                "Singular values of ∂output / ∂input",
                histograms,
                isOverlay ? "overlay" : "matrix");
        add(all, "Singular values by depth", byDepth, choices.byDepth.get().view());
        String noted = weightsNote.getText();
        boolean isMoved = isMovedShown();
        add(
                all,
                isMoved
                        ? ("Singular values of W − W₀ " + noted).strip()
                        : "Singular values of weights",
                layer,
                isMoved ? "moved" : "weights");
        add(
                all,
                isMoved
                        ? ("Largest of W − W₀ and of W of each layer " + noted).strip()
                        : "Largest and smallest of each layer's weights",
                layers,
                isMoved ? "moved-extremes" : "extremes");
        return all;
    }

    private static void add(List<ChartPart> all, String heading, ChartCanvas canvas, String view) {
        Chart chart = canvas.chartProperty().get();
        if (chart != null) {
            all.add(new ChartPart(heading, chart, canvas, view));
        }
    }

    public List<ChartCanvas> canvases() {
        return List.of(histograms, byDepth, layer, layers);
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
        double upper = Math.floor(getHeight() * UPPER);
        boolean isNarrow = width < NARROW;
        Shown.when(upperNote, !isNarrow);
        PanelParts.put(upperHeader, 0, 0, width, HEADER);
        PanelParts.put(histograms, 0, HEADER, width, upper - HEADER);
        double top = upper + GAP;
        double below = getHeight() - top - HEADER;
        SpectrumChoices.Lower lower = choices.lower.get();
        Shown.when(lowers, isNarrow);
        Shown.when(byDepthTitle, !isNarrow);
        Shown.when(byDepths, !isNarrow || lower == SpectrumChoices.Lower.BY_DEPTH);
        Shown.when(layerSteps, !isNarrow || lower == SpectrumChoices.Lower.LAYER);
        Shown.when(matrices, !isNarrow || lower != SpectrumChoices.Lower.BY_DEPTH);
        Shown.when(weightsHeader, !isNarrow);
        Shown.when(byDepth, !isNarrow || lower == SpectrumChoices.Lower.BY_DEPTH);
        Shown.when(layer, !isNarrow || lower == SpectrumChoices.Lower.LAYER);
        Shown.when(layers, !isNarrow || lower == SpectrumChoices.Lower.LAYERS);
        boolean isUntrained = !untrained.getText().isEmpty();
        Shown.when(untrained, isUntrained && matrices.isVisible());
        Shown.when(layer, layer.isVisible() && !isUntrained);
        Shown.when(layers, layers.isVisible() && !isUntrained);
        if (isNarrow) {
            PanelParts.put(depthHeader, 0, top, width, HEADER);
            List.of(byDepth, layer, layers, untrained)
                    .forEach(each -> PanelParts.put(each, 0, top + HEADER, width, below));
            return;
        }
        double left = Math.floor(width * BY_DEPTH);
        double right = left + 2 * GAP;
        double half = Math.floor((width - right) * LAYER);
        PanelParts.put(depthHeader, 0, top, left, HEADER);
        PanelParts.put(byDepth, 0, top + HEADER, left, below);
        PanelParts.put(weightsHeader, right, top, width - right, HEADER);
        PanelParts.put(layer, right, top + HEADER, half, below);
        PanelParts.put(untrained, right, top + HEADER, width - right, below);
        PanelParts.put(layers, right + half + GAP, top + HEADER, width - right - half - GAP, below);
    }
}
