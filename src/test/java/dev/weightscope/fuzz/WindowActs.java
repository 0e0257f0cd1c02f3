package dev.weightscope.fuzz;

import dev.weightscope.model.LayerWidths;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.testing.Clicks;
import dev.weightscope.ui.testing.OpenWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/// What a person might do to the window, and what nobody in his senses would. Toolkit thread only.
final class WindowActs {
    private static final int LONGEST_DRAG = 6;

    private static final List<String> NUMBERS =
            List.of("1", "0.5", "5/3", "sqrt(2)", "1,5", "-1", "0", "3", "12", "1e-3", "20");

    private static final List<String> HOSTILE =
            List.of(
                    "NaN",
                    "1e999",
                    "-Infinity",
                    "1e-999",
                    "",
                    " ",
                    "1/0",
                    "0x10",
                    "\u0663",
                    "99999999999999999999",
                    "8,4",
                    "4x9",
                    "-",
                    "\u0000\u0007\u001b[31m",
                    "\u202Eabc",
                    "\ud800",
                    "%s%n${user.home}",
                    "sqrt(".repeat(3000),
                    "9".repeat(1 << 20));

    private static final List<KeyCode> KEYS =
            List.of(
                    KeyCode.SPACE,
                    KeyCode.P,
                    KeyCode.ESCAPE,
                    KeyCode.F1,
                    KeyCode.F2,
                    KeyCode.F6,
                    KeyCode.ENTER,
                    KeyCode.TAB,
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT5,
                    KeyCode.DELETE,
                    KeyCode.LEFT,
                    KeyCode.RIGHT,
                    KeyCode.UP,
                    KeyCode.PAGE_DOWN,
                    KeyCode.HOME,
                    KeyCode.END);

    private static final List<KeyCode> WITH_CONTROL =
            List.of(
                    KeyCode.Z,
                    KeyCode.Z,
                    KeyCode.Y,
                    KeyCode.C,
                    KeyCode.S,
                    KeyCode.O,
                    KeyCode.PLUS,
                    KeyCode.MINUS,
                    KeyCode.DIGIT0,
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2);

    /// These wait for a person.
    private static final Set<String> MODAL = Set.of("export");

    private final OpenWindow open;
    private final RandomGenerator random;
    private final List<Path> files;
    private final Path saved;

    /// @param files to open, sound ones and damaged ones
    /// @param saved the file to save to
    WindowActs(OpenWindow open, RandomGenerator random, List<Path> files, Path saved) {
        this.open = open;
        this.random = random;
        this.files = files;
        this.saved = saved;
    }

    /// Does one thing, and says what it was.
    String next() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> drag();
            case 4, 5, 6 -> type();
            case 7, 8 -> choose();
            case 9, 10 -> press();
            case 11, 12, 13 -> key();
            case 14 -> pinned();
            case 15 -> preset();
            case 16 -> resize();
            case 17 -> openFile();
            case 18 -> point();
            default -> random.nextInt(4) == 0 ? large() : key();
        };
    }

    /// Where no file of weights is open, the tab that inspects one has little to act on.
    private boolean isNoneInSight(Class<? extends Node> type) {
        return nodes(type).findAny().isEmpty();
    }

    private String backToSignal() {
        ((ButtonBase) open.window.lookup("#tab-signal")).fire();
        return "go back to the signal";
    }

    private String drag() {
        if (isNoneInSight(Slider.class)) {
            return backToSignal();
        }
        Slider slider = any(nodes(Slider.class));
        mouse(open.window, MouseEvent.MOUSE_PRESSED, 0, 0);
        for (int step = random.nextInt(LONGEST_DRAG); step >= 0; step--) {
            slider.setValue(Math.clamp(1.2 * random.nextDouble() - 0.1, 0, 1));
        }
        mouse(open.window, MouseEvent.MOUSE_RELEASED, 0, 0);
        return "drag " + slider.getAccessibleText() + " to " + slider.getValue();
    }

    private String type() {
        if (isNoneInSight(CommitField.class)) {
            return backToSignal();
        }
        CommitField field = any(nodes(CommitField.class));
        String text = any(random.nextInt(3) == 0 ? HOSTILE : NUMBERS);
        field.requestFocus();
        field.setText(text);
        switch (random.nextInt(4)) {
            case 0 -> open.window.lookup("#presets").requestFocus();
            case 1 -> key(KeyCode.ESCAPE, false, false);
            default -> field.fireEvent(new ActionEvent());
        }
        return "type %.40s into %s".formatted(text, field.getAccessibleText());
    }

    private String choose() {
        if (isNoneInSight(ComboBox.class)) {
            return backToSignal();
        }
        ComboBox<?> box = any(nodes(ComboBox.class));
        box.getSelectionModel().select(random.nextInt(box.getItems().size()));
        return "choose " + box.getValue() + " of " + box.getAccessibleText();
    }

    private String press() {
        open.desktop.choice = saved;
        ButtonBase button =
                any(
                        nodes(ButtonBase.class)
                                .filter(each ->
                                        each.getId() == null || !MODAL.contains(each.getId())));
        button.fire();
        return "press " + button;
    }

    private String key() {
        boolean control = random.nextInt(3) == 0;
        boolean shift = control && random.nextInt(3) == 0;
        KeyCode code = any(control ? WITH_CONTROL : KEYS);
        open.desktop.choice = code == KeyCode.S ? saved : any(files);
        if (random.nextBoolean()) {
            any(nodes(Node.class).filter(Node::isFocusTraversable)).requestFocus();
        }
        key(code, control, shift);
        return "key " + code + (control ? " with Ctrl" : "") + (shift ? " and Shift" : "");
    }

    private String pinned() {
        List<Node> rows =
                nodes(Node.class)
                        .filter(each -> each.getStyleClass().contains("compared-row"))
                        .filter(Node::isFocusTraversable)
                        .toList();
        if (rows.isEmpty()) {
            key(KeyCode.P, false, false);
            return "pin";
        }
        Node row = any(rows.stream());
        row.requestFocus();
        if (random.nextInt(3) == 0) {
            key(random.nextBoolean() ? KeyCode.DELETE : KeyCode.ENTER, false, false);
            return "remove a pin, or make it current";
        }
        key(KeyCode.F2, false, false);
        if (open.stage.getScene().getFocusOwner() instanceof CommitField name) {
            name.setText(any(HOSTILE));
            name.fireEvent(new ActionEvent());
        }
        return "rename a pin";
    }

    private String preset() {
        MenuButton presets = (MenuButton) open.window.lookup("#presets");
        var item = any(presets.getItems().stream());
        item.fire();
        return "preset " + item.getText();
    }

    private String resize() {
        open.stage.setWidth(random.nextInt(1000, 1441));
        open.stage.setHeight(random.nextInt(700, 901));
        nodes(TitledPane.class).forEach(each -> each.setExpanded(random.nextBoolean()));
        return "resize to %s x %s".formatted(open.stage.getWidth(), open.stage.getHeight());
    }

    private String openFile() {
        Path file = any(files);
        open.desktop.choice = file;
        key(KeyCode.O, true, false);
        return "open " + file;
    }

    private String point() {
        if (isNoneInSight(ChartCanvas.class)) {
            return backToSignal();
        }
        ChartCanvas chart = any(nodes(ChartCanvas.class));
        double x = random.nextDouble() * chart.getWidth();
        double y = random.nextDouble() * chart.getHeight();
        mouse(chart, MouseEvent.MOUSE_MOVED, x, y);
        if (random.nextInt(4) == 0) {
            mouse(chart, MouseEvent.MOUSE_CLICKED, x, y);
        }
        return "point at " + chart.getId();
    }

    private String large() {
        open.session.edit(e ->
                e.withWidths(new LayerWidths.Same(40, 1500)).withSamples(1000 + random.nextInt(9)));
        return "make it large";
    }

    private void key(KeyCode code, boolean control, boolean shift) {
        Scene scene = front().getScene();
        // In a dialog a key might press the button that opens another, which waits for a person.
        KeyCode pressed = scene.equals(open.stage.getScene()) ? code : KeyCode.ESCAPE;
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Node owner = scene.getFocusOwner();
            Event.fireEvent(
                    owner == null ? scene : owner,
                    new KeyEvent(type, "", "", pressed, shift, control, false, false));
        }
    }

    private Window front() {
        return Window.getWindows().stream()
                .filter(each ->
                        each instanceof Stage && !each.equals(open.stage) && each.isShowing())
                .findFirst()
                .orElse(open.stage);
    }

    private static void mouse(Node target, EventType<MouseEvent> type, double x, double y) {
        Point2D place = new Point2D(x, y);
        Clicks.fire(target, type, place, place, 1);
    }

    private <T> Stream<T> nodes(Class<T> type) {
        return open.window.lookupAll("*").stream()
                .filter(each -> type.isInstance(each) && !each.isDisabled() && isInSight(each))
                .map(type::cast);
    }

    private static boolean isInSight(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private <T> T any(Stream<T> stream) {
        return any(stream.toList());
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
