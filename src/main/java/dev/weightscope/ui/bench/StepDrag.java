package dev.weightscope.ui.bench;

import dev.weightscope.bench.window.AnswerMoments.Extent;
import dev.weightscope.ui.chart.ChartCanvas;
import java.util.Optional;
import java.util.OptionalInt;

/// A hand on the slider of steps, with a race in sight that is over. Nothing is computed: what is
/// asked is drawn. Toolkit thread only.
final class StepDrag implements Exercise {
    private final ChartCanvas losses;
    private final Stroke stroke;
    private OptionalInt seen;

    /// @param losses the chart above the slider, which marks the step that all charts show
    StepDrag(ChartCanvas losses, Stroke stroke) {
        this.losses = losses;
        this.stroke = stroke;
        seen = losses.cursor();
    }

    @Override
    public void prepare() {
        // The race is there.
    }

    @Override
    public boolean isAnswered() {
        return losses.cursor().equals(seen);
    }

    @Override
    public void begin() {
        stroke.begin();
    }

    @Override
    public Done move(int step) {
        return stroke.move(step);
    }

    @Override
    public Object question() {
        return losses.cursor();
    }

    @Override
    public void end() {
        stroke.end();
    }

    @Override
    public Optional<Seen> look() {
        if (losses.cursor().equals(seen)) {
            return Optional.empty();
        }
        seen = losses.cursor();
        return Optional.of(new Seen(Optional.of(seen), Extent.WHOLE));
    }

    @Override
    public void close() {
        // Nothing was subscribed to.
    }
}
