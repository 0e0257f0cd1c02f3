package dev.weightscope.ui.theme;

import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Applies the theme to every scene there is and will be.
///
/// A popup, a dialog and a tooltip have scenes of their own; those of popups take over the owner's
/// style sheets, but not its colour scheme.
///
/// Followed are the windows that are open: a tooltip is opened anew each time, and the list of the
/// toolkit's windows outlives who listens to it.
public final class Themes implements AutoCloseable {
    private static final List<String> STYLE_SHEETS =
            Stream.concat(Stream.of("weightscope.css", "chart/chart.css"), ofOpaqueWindows())
                    .map(name -> "/dev/weightscope/ui/" + name)
                    .map(name -> Objects.requireNonNull(Themes.class.getResource(name), name))
                    .map(URL::toExternalForm)
                    .toList();

    private static Stream<String> ofOpaqueWindows() {
        return Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)
                ? Stream.empty()
                : Stream.of("opaque.css");
    }

    /// As in the style sheet.
    private static final double FONT_SIZE = 13;

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final ObservableValue<ColorScheme> scheme;
    private final Zoom zoom = new Zoom();
    private final Map<Window, Subscription> followed = new HashMap<>();
    private final ListChangeListener<Window> windows = this::follow;
    private final Subscription own;

    public Themes() {
        GlyphLayouts.separate();
        this(Platform.getPreferences().colorSchemeProperty());
    }

    /// @param system what the system prefers
    Themes(ObservableValue<ColorScheme> system) {
        scheme =
                Bindings.createObjectBinding(
                        () -> theme.get().scheme(system.getValue()), theme, system);
        Window.getWindows().addListener(windows);
        Window.getWindows().forEach(this::follow);
        own =
                Subscription.combine(
                        zoom.factorProperty()
                                .subscribe(() -> Window.getWindows().forEach(this::enlarge)),
                        scheme.subscribe(now ->
                                Window.getWindows()
                                        .forEach(window -> dress(window.getScene(), now))));
    }

    /// How large everything is drawn.
    public Zoom zoom() {
        return zoom;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// What is in force.
    public ObservableValue<ColorScheme> schemeProperty() {
        return scheme;
    }

    /// No window is dressed any more, whatever the theme.
    @Override
    public void close() {
        Window.getWindows().removeListener(windows);
        List.copyOf(followed.keySet()).forEach(this::leave);
        own.unsubscribe();
    }

    private void follow(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::leave);
            change.getAddedSubList().forEach(this::follow);
        }
    }

    private void follow(Window window) {
        leave(window);
        Subscription scenes =
                window.sceneProperty()
                        .subscribe(scene -> {
                            dress(scene, scheme.getValue());
                            enlarge(window);
                        });
        followed.put(
                window,
                window instanceof PopupControl popup
                        ? scenes.and(popup.skinProperty().subscribe(_ -> enlarge(popup)))
                        : scenes);
    }

    private void leave(Window window) {
        Subscription left = followed.remove(window);
        if (left != null) {
            left.unsubscribe();
        }
    }

    /// Letters of dialogs, lists and tooltips are enlarged, which have no room to be drawn larger
    /// as a whole.
    private void enlarge(Window window) {
        Scene scene = window.getScene();
        if (scene == null || scene.getRoot() instanceof ZoomPane) {
            return;
        }
        String style = "-fx-font-size: " + FONT_SIZE * zoom.factorProperty().get() + "px";
        scene.getRoot().setStyle(style);
        // What a menu or a list shows inherits its font from the control that it belongs to.
        if (window instanceof PopupControl popup && !(popup instanceof Tooltip)) {
            popup.setStyle(style);
            if (popup.getSkin() != null && !popup.getSkin().getNode().styleProperty().isBound()) {
                popup.getSkin().getNode().setStyle(style);
            }
        }
    }

    private static void dress(@Nullable Scene scene, ColorScheme now) {
        if (scene == null) {
            return;
        }
        scene.getPreferences().setColorScheme(now);
        if (!scene.getStylesheets().containsAll(STYLE_SHEETS)) {
            scene.getStylesheets().addAll(STYLE_SHEETS);
        }
    }
}
