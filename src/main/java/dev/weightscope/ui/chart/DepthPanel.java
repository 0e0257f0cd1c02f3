package dev.weightscope.ui.chart;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.SideBySide;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Spread;
import dev.weightscope.signal.DepthCurves;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalParts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The spread of the signal by depth, and beside it that of the gradient, for the live setting and
/// the pinned ones.
public final class DepthPanel extends VBox {
    private final ObjectProperty<List<Series<SignalAnswer>>> answers =
            new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Ways> ways = new SimpleObjectProperty<>(Ways.FORWARD);
    private final ObjectProperty<Spread> spread = new SimpleObjectProperty<>(Spread.STD);
    private final BooleanProperty fitsLive = new SimpleBooleanProperty();
    private final BooleanProperty held = new SimpleBooleanProperty();

    private final ChartCanvas canvas = new ChartCanvas();
    private final PanelHeader header;
    private final ToggleButton fit = PanelControls.fitLive(fitsLive);
    private List<LineChart> shown = List.of();
    private IntConsumer onLayer = _ -> {};

    /// @param controls of what is held against the measured curves
    public DepthPanel(Node... controls) {
        getStyleClass().add("chart-panel");
        header =
                PanelHeader.titled(
                        Stream.of(
                                        Stream.of(controls),
                                        Stream.of(fit, PanelControls.spreads(spread)))
                                .flatMap(each -> each)
                                .toArray(Node[]::new));
        canvas.setId("depth");
        canvas.setOnPick(hit -> {
            if (hit.stop() > 0) {
                onLayer.accept(hit.stop());
            }
        });
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(header, canvas);
        for (ObservableValue<?> each : List.of(answers, ways, spread, fitsLive, held)) {
            each.subscribe(this::update);
        }
    }

    /// The answers whose curves are drawn, from the back to the front; the list is read when it is
    /// set.
    public ObjectProperty<List<Series<SignalAnswer>>> answersProperty() {
        return answers;
    }

    /// One chart for each way.
    public ObjectProperty<Ways> waysProperty() {
        return ways;
    }

    public ObjectProperty<Spread> spreadProperty() {
        return spread;
    }

    /// Whether the axis ends where the live curve does, so that a far deeper one does not squeeze
    /// it.
    public BooleanProperty fitsLiveProperty() {
        return fitsLive;
    }

    /// While true the axes may grow, but not shrink: a slider is being dragged.
    public BooleanProperty heldProperty() {
        return held;
    }

    public ObjectProperty<Palette> paletteProperty() {
        return canvas.paletteProperty();
    }

    /// Whether a newer snapshot is on its way.
    public BooleanProperty staleProperty() {
        return canvas.staleProperty();
    }

    /// Called with the layer that is clicked on or entered, the input excepted.
    public void setOnLayer(IntConsumer action) {
        onLayer = action;
    }

    /// What is shown now, from the left to the right; none while there is no answer.
    public List<LineView> views() {
        return shown.stream().map(LineChart::view).toList();
    }

    /// The first of [#views].
    public Optional<LineView> shown() {
        return views().stream().findFirst();
    }

    /// What the axis of the first chart spans now; empty while there is no answer.
    public Optional<Range> range() {
        return shown.stream().findFirst().map(LineChart::range);
    }

    /// What is shown, in a few words.
    public String name() {
        return header.title().getText();
    }

    /// What is shown now, with its heading, to keep.
    public Optional<Figure.Part> part() {
        return shown.isEmpty() ? Optional.empty() : Optional.of(SignalParts.depth(views()));
    }

    /// As [#part], of another live answer beside the same pinned ones; on any thread, and as the
    /// panel is now.
    public Function<SignalAnswer, Figure.Part> redraw() {
        List<Series<SignalAnswer>> beside = List.copyOf(answers.get());
        Ways shownWays = ways.get();
        Spread drawn = spread.get();
        boolean fits = fitsLive.get();
        return other -> {
            List<Series<SignalAnswer>> all =
                    beside.stream()
                            .map(each ->
                                    each.role() == Series.Role.LIVE
                                            ? each.<SignalAnswer>map(_ -> other)
                                            : each)
                            .toList();
            List<LineView> views = whole(all, shownWays, drawn);
            return SignalParts.depth(
                    fits ? views.stream().map(LineView::untilLiveEnds).toList() : views);
        };
    }

    public ChartCanvas canvas() {
        return canvas;
    }

    private void update() {
        List<LineView> whole = answers.get().isEmpty() ? List.of() : whole();
        List<LineView> fitted = whole.stream().map(LineView::untilLiveEnds).toList();
        // With no deeper curve there is nothing to fit.
        fit.setDisable(!fitsLive.get() && fitted.equals(whole));
        List<LineView> views = SignalParts.titled(fitsLive.get() ? fitted : whole);
        shown =
                views.stream()
                        .map(view ->
                                new LineChart(
                                        view, held.get() ? rangeToHold(view) : Optional.empty()))
                        .toList();
        header.title().setText(SignalParts.depthTitle(spread.get().label()));
        header.legend(
                views.isEmpty() ? List.of() : views.getFirst().legends(),
                views.isEmpty() ? "" : views.getFirst().widestLegend());
        canvas.chartProperty().set(chart());
    }

    private List<LineView> whole() {
        return whole(answers.get(), ways.get(), spread.get());
    }

    private static List<LineView> whole(
            List<Series<SignalAnswer>> answers, Ways ways, Spread spread) {
        return Arrays.stream(Direction.values())
                .filter(ways::show)
                .map(direction -> DepthCurves.of(answers, direction, spread))
                .toList();
    }

    private @Nullable Chart chart() {
        return switch (shown.size()) {
            case 0 -> null;
            case 1 -> shown.getFirst();
            default -> new SideBySide(List.copyOf(shown));
        };
    }

    private Optional<Range> rangeToHold(LineView view) {
        return shown.stream()
                .filter(before ->
                        before.view().quantity().equals(view.quantity())
                                && before.view().title().equals(view.title())
                                && before.view().direction() == view.direction())
                .findFirst()
                .map(LineChart::range);
    }
}
