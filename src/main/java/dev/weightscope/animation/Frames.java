package dev.weightscope.animation;

import dev.weightscope.chart.Axes;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The pictures of a sweep, on one scale: every axis spans what it needs in any of them, so that
/// nothing moves from one to the next but the data.
///
/// @param figures one for each value, the first the first
public record Frames(List<Figure> figures) {
    /// Of a slider's way, in proportion to all charts below it.
    private static final double TRACK_SHARE = 0.07;

    public Frames {
        figures = List.copyOf(figures);
        if (figures.size() < 2) {
            throw new IllegalArgumentException("an animation needs two pictures");
        }
    }

    /// Figures as they would be by themselves, with the value in each and where it is on its way.
    ///
    /// @param figures one for each value of the sweep
    public static Frames of(Sweep<?> sweep, List<Figure> figures) {
        Axes axes = figures.stream().map(Chart::axes).reduce(Axes.NONE, Axes::union);
        List<String> values = sweep.values();
        // The longest take the most lines.
        List<String> captions =
                figures.stream()
                        .map(Figure::caption)
                        .collect(
                                Collectors.toMap(
                                        String::length,
                                        Function.identity(),
                                        (one, _) -> one,
                                        TreeMap::new))
                        .descendingMap()
                        .values()
                        .stream()
                        .limit(2)
                        .toList();
        List<Figure> frames = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure held = figures.get(i).on(axes);
            double shares = held.parts().stream().mapToDouble(Figure.Part::share).sum();
            List<Figure.Part> parts = new ArrayList<>();
            parts.add(
                    new Figure.Part(
                            sweep.label(values.get(i)),
                            new Track(values.getFirst(), values.getLast(), sweep.share(i)),
                            TRACK_SHARE * shares));
            parts.addAll(held.parts());
            frames.add(new Figure(parts, held.caption(), captions));
        }
        return new Frames(frames);
    }
}
