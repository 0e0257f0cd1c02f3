package dev.weightscope.ui.theme;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/// How large everything is drawn.
public final class Zoom {
    private static final List<Double> LEVELS =
            List.of(0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0);

    private final DoubleProperty factor = new SimpleDoubleProperty(1);
    private double standard = 1;

    /// A factor of the usual sizes, 0.75 to 3.
    public DoubleProperty factorProperty() {
        return factor;
    }

    /// Makes the factor that suits a screen the one to begin with and to return to: a screen of
    /// many pixels that scales nothing itself would show everything tiny.
    ///
    /// @param height of the screen, in units of its own scale
    /// @param outputScale the screen's own
    public void suit(double height, double outputScale) {
        double suitable = 1;
        if (outputScale == 1 && height >= 1600) {
            suitable = height >= 2000 ? 2 : 1.5;
        }
        standard = suitable;
        reset();
    }

    public void enlarge() {
        LEVELS.stream().filter(level -> level > factor.get()).findFirst().ifPresent(factor::set);
    }

    public void shrink() {
        LEVELS.reversed().stream()
                .filter(level -> level < factor.get())
                .findFirst()
                .ifPresent(factor::set);
    }

    public void reset() {
        factor.set(standard);
    }

    /// The factor to keep; null while it is the one that suits the screen.
    public @Nullable Double kept() {
        return factor.get() == standard ? null : factor.get();
    }

    /// Takes a factor of an earlier session; null leaves the one that suits the screen, and one
    /// that is out of bounds is brought within.
    public void restore(@Nullable Double kept) {
        if (kept != null && !Double.isNaN(kept)) {
            factor.set(Math.clamp(kept, LEVELS.getFirst(), LEVELS.getLast()));
        }
    }
}
