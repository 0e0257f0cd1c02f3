package dev.weightscope.ui.controls;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;

/// A letter goes to the next thing of a list that begins with it, as in the lists of desktops. One
/// that is a command of the window gets here only while the list is open.
final class TypeAhead {
    private TypeAhead() {}

    static <T> void install(ComboBox<T> box) {
        box.addEventHandler(
                KeyEvent.KEY_TYPED,
                event -> {
                    String typed = event.getCharacter().toLowerCase(Locale.ROOT);
                    boolean isPlain = !event.isShortcutDown() && !event.isAltDown();
                    if (isPlain
                            && typed.length() == 1
                            && Character.isLetterOrDigit(typed.charAt(0))) {
                        next(box, typed).ifPresent(box.getSelectionModel()::select);
                        event.consume();
                    }
                });
    }

    private static <T> OptionalInt next(ComboBox<T> box, String beginning) {
        List<T> items = box.getItems();
        int selected = box.getSelectionModel().getSelectedIndex();
        return IntStream.rangeClosed(1, items.size())
                .map(step -> (selected + step) % items.size())
                .filter(index ->
                        box.getConverter()
                                .toString(items.get(index))
                                .toLowerCase(Locale.ROOT)
                                .startsWith(beginning))
                .findFirst();
    }
}
