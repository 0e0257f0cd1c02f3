package dev.weightscope.chart.plane;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.PlacedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Places for the texts of a plane such that none hides another, nor a point: each takes the first
/// of its choices that is free, so that whoever asks first has most of them. For use while a chart
/// is laid out.
final class Labels {
    /// Free on either side of a text, and above and below it.
    private static final double BESIDE = 3;

    private static final double ABOVE = 1;

    private final List<Box> taken;

    /// @param taken what texts must not hide
    Labels(List<Box> taken) {
        this.taken = new ArrayList<>(taken);
    }

    void take(Box box) {
        taken.add(box);
    }

    /// All that is taken now.
    List<Box> taken() {
        return List.copyOf(taken);
    }

    /// Takes the first choice that is free; empty where none is.
    ///
    /// @param within where it has to lie
    /// @param own of what is taken the one that it names, which it may touch
    Optional<PlacedText> place(List<PlacedText> choices, Box within, Box own) {
        Optional<PlacedText> free =
                choices.stream()
                        .filter(text -> encloses(within, text.box()) && hidden(text, own) == 0)
                        .findFirst();
        free.ifPresent(text -> take(text.box()));
        return free;
    }

    /// Takes the first choice that is free, or else the one that hides least.
    ///
    /// @param choices at least one
    /// @param within where it has to lie, unless no choice does
    PlacedText placeAnyway(List<PlacedText> choices, Box within, Box own) {
        return place(choices, within, own)
                .orElseGet(() -> {
                    PlacedText least =
                            choices.stream()
                                    .min(
                                            Comparator.comparing((PlacedText text) ->
                                                            !encloses(within, text.box()))
                                                    .thenComparingDouble(text -> hidden(text, own)))
                                    .orElseThrow();
                    take(least.box());
                    return least;
                });
    }

    private static boolean encloses(Box outer, Box box) {
        return box.x() >= outer.x()
                && box.right() <= outer.right()
                && box.y() >= outer.y()
                && box.bottom() <= outer.bottom();
    }

    /// The area of what is taken that a text would hide, or come too close to.
    private double hidden(PlacedText text, Box own) {
        Box ground = text.box().inset(-ABOVE, -BESIDE, -ABOVE, -BESIDE);
        double area = 0;
        for (Box box : taken) {
            if (!box.equals(own) && ground.overlaps(box)) {
                area +=
                        (Math.min(ground.right(), box.right()) - Math.max(ground.x(), box.x()))
                                * (Math.min(ground.bottom(), box.bottom())
                                        - Math.max(ground.y(), box.y()));
            }
        }
        return area;
    }
}
