package dev.weightscope.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ViewStateTest {
    private enum Layout {
        GRID,
        RIDGE
    }

    private final ViewState view = new ViewState();

    @Test
    void aWordWaitsForThePartOfTheWindowThatItIsFor() {
        ObjectProperty<Layout> first = new SimpleObjectProperty<>(Layout.GRID);
        view.keep("first", first, Layout.class);
        view.choose(Map.of("first", "ridge", "second", "ridge"));
        assertEquals(Layout.RIDGE, first.get());
        assertEquals(Map.of("first", "ridge", "second", "ridge"), view.words());
        ObjectProperty<Layout> second = new SimpleObjectProperty<>(Layout.GRID);
        view.keep("second", second, Layout.class);
        assertEquals(Layout.RIDGE, second.get());
        second.set(Layout.GRID);
        assertEquals(Map.of("first", "ridge", "second", "grid"), view.words());
    }

    @Test
    void aWordThatStandsForNothingChangesNothing() {
        ObjectProperty<Layout> first = new SimpleObjectProperty<>(Layout.GRID);
        view.keep("first", first, Layout.class);
        view.choose(Map.of("first", "spiral"));
        assertEquals(Map.of("first", "grid"), view.words());
    }
}
