package dev.weightscope.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class StyleClassesTest {
    @Test
    void classesThatStayAreNotSetAgain() {
        Region region = new Region();
        List<List<String>> told = new ArrayList<>();
        region.getStyleClass()
                .addListener(
                        (ListChangeListener<String>)
                                change -> told.add(List.copyOf(change.getList())));
        StyleClasses.show(region, "verdict", "good");
        StyleClasses.show(region, "verdict", "good");
        StyleClasses.show(region, "verdict", "bad");
        assertEquals(List.of(List.of("verdict", "good"), List.of("verdict", "bad")), told);
    }
}
