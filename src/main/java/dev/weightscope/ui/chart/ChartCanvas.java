package dev.weightscope.ui.chart;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineLayout;
import dev.weightscope.ui.controls.Dimmer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// A chart on one canvas that fills its region.
///
/// It draws in the layout pulse, so at most once a frame, and only where it can be seen: a hidden
/// canvas would queue commands without end. A new picture lays out nothing else. Pointer and arrow
/// keys show what lies where; a click or Enter picks it.
public final class ChartCanvas extends Region {
    /// A side longer than this has no texture on common graphics cards.
    private static final double LONGEST_SIDE = 4096;

    private final ObjectProperty<@Nullable Chart> chart = new SimpleObjectProperty<>();
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);
    private final BooleanProperty stale = new SimpleBooleanProperty();

    private final Canvas canvas = new Canvas();
    private final Scale shrink = new Scale();
    private final CursorLayer cursorLayer = new CursorLayer();
    private final HoverLayer hover = new HoverLayer();
    private final FontMeasure measure = new FontMeasure();
    private final Dimmer dimmer = new Dimmer(canvas);
    private final Painter painter = new Painter();
    private final InvalidationListener ancestorVisibility = _ -> painter.requestLayout();
    private final List<Node> ancestors = new ArrayList<>();

    private Consumer<Hit> onPick = _ -> {};
    private @Nullable ChartLayout layout;
    private @Nullable Placed placed;
    private OptionalInt cursor = OptionalInt.empty();
    private boolean isDirty = true;
    private double pointerX = Double.NaN;
    private double pointerY = Double.NaN;
    private int stop = -1;

    public ChartCanvas() {
        getStyleClass().add("chart-canvas");
        canvas.getTransforms().add(shrink);
        getChildren().addAll(canvas, cursorLayer, hover, painter);
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        chart.subscribe(shown -> {
            setAccessibleText(shown == null ? "" : shown.description());
            brighten();
            redraw();
        });
        palette.subscribe(this::redraw);
        widthProperty().subscribe(_ -> redraw());
        heightProperty().subscribe(_ -> redraw());
        sceneProperty().subscribe(_ -> watchAncestors());
        stale.subscribe(this::brighten);
        setOnMouseMoved(this::hoverAt);
        setOnMouseDragged(this::hoverAt);
        setOnMouseExited(_ -> endHover());
        setOnMouseClicked(this::pickAt);
        setOnKeyPressed(this::onKey);
        focusedProperty().subscribe(_ -> endHover());
    }

    /// @param id that it is found by
    public static ChartCanvas of(String id) {
        ChartCanvas canvas = new ChartCanvas();
        canvas.setId(id);
        return canvas;
    }

    public ObjectProperty<@Nullable Chart> chartProperty() {
        return chart;
    }

    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /// Whether the picture is an older one's answer: it dims unless another comes soon.
    public BooleanProperty staleProperty() {
        return stale;
    }

    /// Marks a place of curves, which are not drawn again for it.
    ///
    /// @param newStop as the axis counts; empty for none
    public void setCursor(OptionalInt newStop) {
        cursor = newStop;
        showCursor();
    }

    /// The place that is marked.
    public OptionalInt cursor() {
        return cursor;
    }

    private void showCursor() {
        if (layout instanceof LineLayout lines) {
            cursorLayer.show(lines, cursor, palette.get());
        } else {
            cursorLayer.setVisible(false);
        }
    }

    /// Called with what is clicked on, or walked to and entered.
    public void setOnPick(Consumer<Hit> action) {
        onPick = action;
    }

    /// What lies under a point of this node.
    public Optional<Hit> hit(double x, double y) {
        return layout == null ? Optional.empty() : layout.hit(x, y);
    }

    /// Where the parts of its chart lie, or will lie when it is drawn; empty where it has none.
    public Optional<ChartLayout> placed() {
        return Optional.ofNullable(chart.get()).map(shown -> place(shown, drawnArea()));
    }

    /// What curves would leave for names beside their plot in another width; empty where the chart
    /// is none of curves.
    public OptionalDouble nameWidth(double width) {
        return chart.get() instanceof LineChart curves
                ? OptionalDouble.of(curves.nameWidth(width, measure))
                : OptionalDouble.empty();
    }

    @SuppressWarnings("ReferenceEquality") // two charts of the same values are seldom asked for
    private ChartLayout place(Chart shown, Box area) {
        Placed now = placed;
        if (now == null || now.chart != shown || !now.area.equals(area)) {
            now = new Placed(shown, area, shown.layout(area, measure));
            placed = now;
        }
        return now.layout;
    }

    /// Where everything of a chart lies in an area: found once, for who asks first.
    private record Placed(Chart chart, Box area, ChartLayout layout) {}

    private Box drawnArea() {
        double longest = LONGEST_SIDE / (outputScale() * zoom());
        return new Box(0, 0, Math.min(getWidth(), longest), Math.min(getHeight(), longest));
    }

    /// As many pixels as the window shows of it, also where it is enlarged.
    private double zoom() {
        return getLocalToSceneTransform().getMxx();
    }

    /// Where everything was drawn last; empty before the first drawing.
    public Optional<ChartLayout> drawn() {
        return Optional.ofNullable(layout);
    }

    private void redraw() {
        isDirty = true;
        painter.requestLayout();
    }

    @Override
    protected void layoutChildren() {
        hover.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    /// Has the chart drawn in the layout: what its parent does not manage is laid out alone, and
    /// leaves all that is around it as it is.
    private final class Painter extends Region {
        Painter() {
            setManaged(false);
            setMouseTransparent(true);
        }

        @Override
        protected void layoutChildren() {
            if (isDirty && isSeen()) {
                isDirty = false;
                draw();
            }
        }
    }

    private void draw() {
        double zoom = zoom();
        Box area = drawnArea();
        double width = area.width();
        double height = area.height();
        canvas.setWidth(width * zoom);
        canvas.setHeight(height * zoom);
        shrink.setX(1 / zoom);
        shrink.setY(1 / zoom);
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.setTransform(zoom, 0, 0, zoom, 0, 0);
        context.clearRect(0, 0, width, height);
        Chart shown = chart.get();
        if (shown == null || width < 1 || height < 1) {
            layout = null;
            hover.hide();
            showCursor();
            return;
        }
        ChartLayout now = place(shown, area);
        now.paint(new CanvasSurface(context, measure), palette.get());
        layout = now;
        showCursor();
        refreshHover(now);
    }

    private double outputScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    private boolean isSeen() {
        return getScene() != null && isVisible() && ancestors.stream().allMatch(Node::isVisible);
    }

    /// What is hidden is drawn when it comes to sight, such as when its tab is chosen.
    private void watchAncestors() {
        ancestors.forEach(each -> each.visibleProperty().removeListener(ancestorVisibility));
        ancestors.clear();
        for (Parent each = getParent(); each != null; each = each.getParent()) {
            ancestors.add(each);
            each.visibleProperty().addListener(ancestorVisibility);
        }
        redraw();
    }

    private void brighten() {
        dimmer.show(stale.get());
    }

    private void hoverAt(MouseEvent event) {
        stop = -1;
        pointerX = event.getX();
        pointerY = event.getY();
        show(hit(pointerX, pointerY));
    }

    private void show(Optional<Hit> hit) {
        hit.ifPresentOrElse(
                each -> hover.show(each, palette.get(), pointerX, pointerY), hover::hide);
    }

    private void endHover() {
        stop = -1;
        pointerX = Double.NaN;
        pointerY = Double.NaN;
        hover.hide();
    }

    /// The picture may have changed under a pointer that has not.
    private void refreshHover(ChartLayout placed) {
        if (stop >= 0) {
            walkTo(placed.stops(), stop);
        } else if (!Double.isNaN(pointerX)) {
            show(placed.hit(pointerX, pointerY));
        }
    }

    private void pickAt(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            hoverAt(event);
            hit(event.getX(), event.getY()).ifPresent(onPick);
        }
    }

    private void onKey(KeyEvent event) {
        if (layout == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        List<Hit> stops = layout.stops();
        switch (event.getCode()) {
            case RIGHT, DOWN -> walkTo(stops, stop + 1);
            case LEFT, UP -> walkTo(stops, stop < 0 ? stops.size() - 1 : stop - 1);
            case HOME -> walkTo(stops, 0);
            case END -> walkTo(stops, stops.size() - 1);
            case ENTER -> {
                if (stop >= 0 && stop < stops.size()) {
                    onPick.accept(stops.get(stop));
                }
            }
            case ESCAPE -> endHover();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void walkTo(List<Hit> stops, int wanted) {
        if (stops.isEmpty()) {
            endHover();
            return;
        }
        stop = Math.clamp(wanted, 0, stops.size() - 1);
        Hit hit = stops.get(stop);
        pointerX = hit.focus().centerX();
        pointerY = hit.focus().centerY();
        hover.show(hit, palette.get(), pointerX, pointerY);
    }
}
