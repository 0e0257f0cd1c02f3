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

    private final SweepLab lab;
    private final List<Part> parts = new ArrayList<>();
    private final Button goOn = new Button("Go on");

    /// One picture with its heading.
    private record Part(View<SweepAnswer> view, ChartCanvas canvas, Label heading) {
        Chart chart(List<Series<SweepAnswer>> answers) {
            return view.chart(answers);
        }
    }

    /// @param onGoOn called where a person wants a sweep that was given up to go on
    public SweepPane(SweepLab lab, ObservableValue<Palette> palette, Runnable onGoOn) {
        this.lab = lab;
        getStyleClass().addAll("centre", "chart-panel");
        goOn.setId("sweep-go-on");
        goOn.setTooltip(new Tooltip("Compute what is left"));
        goOn.setOnAction(_ -> onGoOn.run());
        Shown.when(goOn, false);
        for (View<SweepAnswer> view : lab.views()) {
            ChartCanvas canvas = new ChartCanvas();
            canvas.setId("sweep-" + view.key());
            canvas.paletteProperty().bind(palette);
            canvas.setMinHeight(0);
            Label heading = PanelParts.title(view.label());
            setVgrow(canvas, Priority.ALWAYS);
            getChildren().addAll(parts.isEmpty() ? headed(heading) : heading, canvas);
            parts.add(new Part(view, canvas, heading));
        }
    }

    private Node headed(Label heading) {
        HBox row = new HBox(GAP, heading, goOn);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// @param answers the live setting's first; empty before the first
    /// @param isStale whether they answer what is no longer asked
    public void show(List<Series<SweepAnswer>> answers, boolean isStale) {
        List<View<SweepAnswer>> shown =
                answers.isEmpty()
                        ? List.of(lab.views().getFirst())
                        : lab.views(answers.getFirst().values());
        for (Part part : parts) {
            boolean isShown = shown.contains(part.view());
            Shown.when(part.canvas(), isShown);
            Shown.when(part.heading(), isShown);
            part.canvas().staleProperty().set(isStale);
            if (!answers.isEmpty()) {
                part.heading().setText(heading(part.view(), answers.getFirst()));
            }
            part.canvas()
                    .chartProperty()
                    .set(isShown && !answers.isEmpty() ? part.chart(answers) : null);
        }
    }

    private static String heading(View<SweepAnswer> view, Series<SweepAnswer> live) {
        SweepSettings settings = live.values().settings();
        String over = settings.over().name();
        return view.key().equals(SweepLab.MAP)
                ? "Over %s and %s: %s"
                        .formatted(over, settings.and().map(Way::name).orElse(""), live.label())
                : "Over " + over;
    }

    /// What goes on with a sweep that was given up; shown where one was.
    public void offer(boolean isCancelled) {
        Shown.when(goOn, isCancelled);
    }

    /// Those that are shown, from above.
    ///
    /// @param answers as for [#show], at least one
    public List<ChartPart> parts(List<Series<SweepAnswer>> answers) {
        return parts.stream()
                .filter(part -> part.canvas().isVisible())
                .map(part ->
                        new ChartPart(part.heading().getText(), part.chart(answers), part.canvas()))
                .toList();
    }

    /// All that there are, from above.
    public List<ChartCanvas> canvases() {
        return parts.stream().map(Part::canvas).toList();
    }
}
