package dev.weightscope.ui.phase;

import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.plane.MapLayout;
import dev.weightscope.chart.plane.MapMark;
import dev.weightscope.chart.plane.MapPoint;
import dev.weightscope.chart.plane.MapView;
import dev.weightscope.chart.plane.PlaneMap;
import dev.weightscope.ui.chart.ChartCanvas;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A map with a point that is dragged: while it moves the map's own picture stays.
public final class PhaseMap extends Region {
    /// Of the range, for a press of an arrow key; with Shift five times as much.
    private static final double STEP = 0.01;

    private static final int FAST = 5;

    private final ChartCanvas ground = new ChartCanvas();
    private final ChartCanvas point = new ChartCanvas();
    private final Hand hand;
    private @Nullable MapView view;
    private @Nullable MapMark mark;
    private boolean isDragging;

    /// The mouse is down on a named point: it picks that, or drags once it moves.
    private boolean isOverMark;

    /// What the point's moves lead to.
    public interface Hand {
        /// A drag begins.
        void grab();

        /// @param x within the map's range
        /// @param y within the map's range
        void move(double x, double y);

        /// The drag has ended.
        void release();
    }

    public PhaseMap(Hand hand) {
        this.hand = hand;
        ground.setId("phase-map");
        point.setId("phase-point");
        point.setMouseTransparent(true);
        point.setFocusTraversable(false);
        ground.setCursor(Cursor.CROSSHAIR);
        getChildren().addAll(ground, point);
        setMinSize(0, 0);
        ground.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        ground.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        ground.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// The map without its point.
    public ChartCanvas ground() {
        return ground;
    }

    /// The point alone.
    public ChartCanvas point() {
        return point;
    }

    /// Called with the named point that is clicked on.
    public void setOnPick(Consumer<MapMark> action) {
        ground.setOnPick(hit -> markOf(hit).ifPresent(action));
    }

    private Optional<MapMark> markOf(Hit hit) {
        MapView shown = view;
        return shown != null && hit.stop() >= 0
                ? Optional.of(shown.marks().get(hit.stop()))
                : Optional.empty();
    }

    /// @param newView without the point
    /// @param newMark the point; null for none
    public void show(MapView newView, @Nullable MapMark newMark) {
        if (!newView.equals(view)) {
            view = newView;
            ground.chartProperty().set(new PlaneMap(newView));
        }
        if (!isDragging || newMark == null) {
            mark = newMark;
        }
        showPoint();
    }

    /// There is nothing to show.
    public void clear() {
        view = null;
        mark = null;
        ground.chartProperty().set(null);
        showPoint();
    }

    private void showPoint() {
        MapView shown = view;
        MapMark there = mark;
        point.chartProperty()
                .set(
                        shown == null || there == null
                                ? null
                                : new MapPoint(
                                        shown,
                                        there,
                                        placed().map(MapLayout::taken).orElse(List.of())));
    }

    private Optional<MapLayout> placed() {
        ChartLayout placed = ground.placed().orElse(null);
        return placed instanceof MapLayout map ? Optional.of(map) : Optional.empty();
    }

    private void press(MouseEvent event) {
        boolean isOnMark = ground.hit(event.getX(), event.getY()).flatMap(this::markOf).isPresent();
        boolean isOnMap =
                placed().map(map -> map.ground().contains(event.getX(), event.getY()))
                        .orElse(false);
        if (event.getButton() == MouseButton.PRIMARY && mark != null && isOnMap) {
            isOverMark = isOnMark;
            if (!isOnMark) {
                grab();
                drag(event);
            }
        }
    }

    private void grab() {
        isDragging = true;
        hand.grab();
    }

    private void drag(MouseEvent event) {
        if (isOverMark && !event.isStillSincePress()) {
            isOverMark = false;
            grab();
        }
        if (isDragging) {
            placed().ifPresent(map -> {
                boolean isBelow = event.getY() >= map.plot().bottom();
                moveTo(map.xAt(event.getX()), isBelow ? 0 : map.yAt(event.getY()));
            });
        }
    }

    private void release() {
        isOverMark = false;
        if (isDragging) {
            isDragging = false;
            hand.release();
        }
    }

    private void moveTo(double x, double y) {
        MapView shown = view;
        MapMark there = mark;
        if (shown != null && there != null) {
            var across = shown.x().range();
            var up = shown.y().range();
            double toX = Math.clamp(x, across.low(), across.high());
            double toY = Math.clamp(y, Math.min(0, up.low()), up.high());
            mark =
                    new MapMark(
                            toX, toY, there.name(), there.shape(), there.colour(), there.lines());
            showPoint();
            hand.move(toX, toY);
        }
    }

    private void key(KeyEvent event) {
        MapView shown = view;
        MapMark there = mark;
        if (shown == null || there == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double step = event.isShiftDown() ? FAST * STEP : STEP;
        double across = step * shown.x().range().span();
        double up = step * shown.y().range().span();
        switch (event.getCode()) {
            case LEFT -> moveTo(there.x() - across, there.y());
            case RIGHT -> moveTo(there.x() + across, there.y());
            case UP -> moveTo(there.x(), there.y() + up);
            case DOWN -> moveTo(there.x(), there.y() - up);
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        boolean isOther = ground.getWidth() != getWidth() || ground.getHeight() != getHeight();
        ground.resizeRelocate(0, 0, getWidth(), getHeight());
        point.resizeRelocate(0, 0, getWidth(), getHeight());
        if (isOther) {
            showPoint(); // among names that lie elsewhere now
        }
    }
}
