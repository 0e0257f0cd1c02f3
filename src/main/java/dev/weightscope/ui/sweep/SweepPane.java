package dev.weightscope.ui.sweep;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.lab.View;
import dev.weightscope.sweep.SweepAnswer;
import dev.weightscope.sweep.SweepLab;
import dev.weightscope.sweep.SweepSettings;
import dev.weightscope.sweep.Way;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ChartPart;
import dev.weightscope.ui.controls.PanelParts;
import dev.weightscope.ui.controls.Shown;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The pictures of a sweep, one below the other: curves, and a map where two numbers are swept.
public final class SweepPane extends VBox {
    private static final double GAP = 12;

    /// As high as its controls, so that one that comes or goes moves no chart.
    private static final double HEAD = 30;

    private final SweepLab lab;
    private final List<Part> parts = new ArrayList<>();
    private final Button goOn = new Button("Go on");
    private final Label howFar = new Label();
    private final HBox cancelled = new HBox(GAP, goOn, howFar);
    private final MapChoice mapOf = new MapChoice(this::showAgain);
    private List<Series<SweepAnswer>> shown = List.of();
    private boolean isStale;

    /// One picture with its heading and what stands beside that.
    private record Part(View<SweepAnswer> view, ChartCanvas canvas, Label heading, HBox head) {
        boolean isMap() {
            return view.key().equals(SweepLab.MAP);
        }
    }

    /// @param onGoOn called where a person wants a sweep that was given up to go on
    public SweepPane(SweepLab lab, ObservableValue<Palette> palette, Runnable onGoOn) {
        this.lab = lab;
        getStyleClass().add("chart-panel");
        goOn.setId("sweep-go-on");
        goOn.setTooltip(new Tooltip("Compute what is left"));
        goOn.setOnAction(_ -> onGoOn.run());
        howFar.setId("sweep-how-far");
        howFar.getStyleClass().add("hint");
        cancelled.setAlignment(Pos.CENTER_LEFT);
        Shown.when(cancelled, false);
        for (View<SweepAnswer> view : lab.views()) {
            ChartCanvas canvas = new ChartCanvas();
            canvas.setId("sweep-" + view.key());
            canvas.paletteProperty().bind(palette);
            canvas.setMinHeight(0);
            Label heading = PanelParts.title(view.label());
            Node control = view.key().equals(SweepLab.MAP) ? mapOf.node() : cancelled;
            HBox head = new HBox(GAP, heading, control);
            head.setAlignment(Pos.CENTER_LEFT);
            head.setMinHeight(HEAD);
            setVgrow(canvas, Priority.ALWAYS);
            getChildren().addAll(head, canvas);
            parts.add(new Part(view, canvas, heading, head));
        }
    }

    /// @param answers the live setting's first; empty before the first
    /// @param isStale whether they answer what is no longer asked
    public void show(List<Series<SweepAnswer>> answers, boolean isStale) {
        shown = answers;
        this.isStale = isStale;
        mapOf.offer(answers);
        showAgain();
    }

    private void showAgain() {
        List<View<SweepAnswer>> views =
                shown.isEmpty()
                        ? List.of(lab.views().getFirst())
                        : lab.views(shown.getFirst().values());
        for (Part part : parts) {
            boolean isShown = views.contains(part.view());
            Shown.when(part.canvas(), isShown);
            Shown.when(part.head(), isShown);
            part.canvas().staleProperty().set(isStale);
            if (!shown.isEmpty()) {
                part.heading()
                        .setText(mapOf.isOffered() ? heading(part, shown) : title(part, shown));
            }
            part.canvas()
                    .chartProperty()
                    .set(isShown && !shown.isEmpty() ? chart(part, shown) : null);
        }
    }

    private Chart chart(Part part, List<Series<SweepAnswer>> answers) {
        return part.view().chart(part.isMap() ? mapOf.chosenFirst(answers) : answers);
    }

    /// The heading where no control beside it says whose map it is.
    private String title(Part part, List<Series<SweepAnswer>> answers) {
        String heading = heading(part, answers);
        return part.isMap()
                ? heading + ": " + mapOf.chosenFirst(answers).getFirst().label()
                : heading;
    }

    private static String heading(Part part, List<Series<SweepAnswer>> answers) {
        SweepSettings settings = answers.getFirst().values().settings();
        return part.isMap()
                ? "Over %s and %s"
                        .formatted(settings.over().noun(), settings.and().map(Way::noun).orElse(""))
                : "Over " + settings.over().name();
    }

    /// What goes on with a sweep that was given up; shown where one was.
    ///
    /// @param text how far it came; may be empty
    public void offer(boolean isCancelled, String text) {
        Shown.when(cancelled, isCancelled);
        howFar.setText(text);
    }

    /// Those that are shown, from above.
    ///
    /// @param answers as for [#show], at least one
    public List<ChartPart> parts(List<Series<SweepAnswer>> answers) {
        return parts.stream()
                .filter(part -> part.canvas().isVisible())
                .map(part ->
                        new ChartPart(title(part, answers), chart(part, answers), part.canvas()))
                .toList();
    }

    /// All that there are, from above.
    public List<ChartCanvas> canvases() {
        return parts.stream().map(Part::canvas).toList();
    }
}
