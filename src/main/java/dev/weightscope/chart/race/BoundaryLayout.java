package dev.weightscope.chart.race;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.BriefName;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextLines;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the squares lie.
public record BoundaryLayout(BoundaryChart chart, List<Panel> panels) implements ChartLayout {
    /// More pixels of a side than these are not computed.
    private static final int MOST_PIXELS = 200;

    /// How strong the colour of what is certain is.
    private static final double STRENGTH = 0.42;

    private static final double RADIUS = 1.6;

    /// Between the two figures below a square.
    private static final double APART = 4;

    public BoundaryLayout {
        panels = List.copyOf(panels);
    }

    /// A run's square, with its name above and its figures below.
    ///
    /// @param place among the runs, from 0
    public record Panel(
            Series<Boundary> run,
            int place,
            Box square,
            PlacedText name,
            PlacedText loss,
            PlacedText right) {
        /// @param names of all runs
        static Panel of(
                Series<Boundary> run,
                int place,
                Box square,
                List<String> names,
                TextMeasure measure) {
            TextStyle style =
                    switch (run.role()) {
                        case LIVE -> TextStyle.TITLE;
                        case PINNED -> TextStyle.LABEL;
                    };
            double nameRoom = square.width() - 14;
            String told =
                    measure.textWidth(run.label(), style) <= nameRoom
                            ? run.label()
                            : BriefName.of(run.label(), names);
            String name = TextLines.fit(told, nameRoom, 1, measure, style).getFirst();
            double baseline = square.bottom() + 12;
            PlacedText loss =
                    PlacedText.of(
                            measure,
                            run.values().loss(),
                            square.x(),
                            baseline,
                            TextStyle.TICK,
                            Anchor.START);
            double room = square.width() - loss.width() - APART;
            String right = run.values().right();
            boolean hasRoom = measure.textWidth(right, TextStyle.TICK) <= room;
            return new Panel(
                    run,
                    place,
                    square,
                    PlacedText.of(
                            measure, name, square.x() + 14, square.y() - 6, style, Anchor.START),
                    loss,
                    PlacedText.of(
                            measure,
                            hasRoom ? right : "", // pointing tells it
                            square.right(),
                            baseline,
                            TextStyle.TICK,
                            Anchor.END));
        }

        Box whole() {
            return square.inset(-BoundaryChart.TITLE, 0, -BoundaryChart.FIGURES, 0);
        }
    }

    @Override
    public void paint(Surface surface, Palette palette) {
        for (Panel panel : panels) {
            Ink ink = palette.curve(panel.run().colour());
            Box square = panel.square();
            frame(surface, panel, palette, ink);
            int pixels = Math.clamp(Math.round(square.width()), 1, MOST_PIXELS);
            surface.image(field(panel.run().values(), pixels, palette), pixels, pixels, square);
            points(surface, square, palette);
            surface.disc(square.x() + 5, panel.name().baseline() - 4, 4, ink);
            panel.name().paint(surface, palette.text());
            panel.loss().paint(surface, palette.muted());
            panel.right().paint(surface, palette.muted());
        }
    }

    private static void frame(Surface surface, Panel panel, Palette palette, Ink ink) {
        double width =
                switch (panel.run().role()) {
                    case LIVE -> 2;
                    case PINNED -> 1;
                };
        Ink colour = panel.run().role() == Series.Role.LIVE ? ink : palette.axis();
        surface.fill(panel.square().inset(-width, -width, -width, -width), colour);
    }

    /// Classes have the first colours of curves, which are the farthest apart; white is where none
    /// is likelier than another.
    private static int[] field(Boundary boundary, int pixels, Palette palette) {
        int kinds = boundary.probabilities().size();
        int[] argb = new int[pixels * pixels];
        for (int row = 0; row < pixels; row++) {
            for (int column = 0; column < pixels; column++) {
                double x = (column + 0.5) / pixels;
                double y = (row + 0.5) / pixels;
                int likeliest = 0;
                double most = Double.NaN;
                for (int kind = 0; kind < kinds; kind++) {
                    double share = boundary.at(kind, x, y);
                    if (!(share <= most)) {
                        most = share;
                        likeliest = kind;
                    }
                }
                double certainty = (most * kinds - 1) / (kinds - 1);
                argb[row * pixels + column] =
                        (Double.isNaN(certainty)
                                        ? palette.background().mix(palette.danger(), 0.35)
                                        : palette.background()
                                                .mix(
                                                        palette.curve(likeliest),
                                                        STRENGTH * Math.clamp(certainty, 0, 1)))
                                .argb();
            }
        }
        return argb;
    }

    private void points(Surface surface, Box square, Palette palette) {
        for (BoundaryChart.Point point : chart.points()) {
            double x = chart.across().toX(point.first(), square);
            double y = square.bottom() - chart.up().share(point.second()) * square.height();
            if (square.contains(x, y)) {
                Ink ink = palette.curve(point.kind()).mix(palette.text(), 0.35);
                surface.disc(x, y, RADIUS, ink);
            }
        }
    }

    /// What a run says there; the stop is its place.
    @Override
    public Optional<Hit> hit(double x, double y) {
        return panels.stream()
                .filter(panel -> panel.whole().contains(x, y))
                .findFirst()
                .map(panel -> hit(panel, x, y));
    }

    private Hit hit(Panel panel, double x, double y) {
        List<String> lines = new ArrayList<>(lines(panel));
        Box square = panel.square();
        if (square.contains(x, y)) {
            double across = (x - square.x()) / square.width();
            double down = (y - square.y()) / square.height();
            lines.add(
                    "at %s, %s"
                            .formatted(
                                    NumberText.significant(chart.across().at(across), 3),
                                    NumberText.significant(chart.up().at(1 - down), 3)));
            Boundary boundary = panel.run().values();
            for (int kind = 0; kind < boundary.probabilities().size(); kind++) {
                lines.add(
                        "class %d: %s"
                                .formatted(
                                        kind, NumberText.percent(boundary.at(kind, across, down))));
            }
        }
        return Hit.of(panel.place(), square, lines);
    }

    private static List<String> lines(Panel panel) {
        return List.of(
                panel.run().label(),
                "loss " + panel.run().values().loss(),
                "right " + panel.run().values().right());
    }

    @Override
    public List<Hit> stops() {
        return panels.stream()
                .map(panel -> Hit.of(panel.place(), panel.square(), lines(panel)))
                .toList();
    }
}
