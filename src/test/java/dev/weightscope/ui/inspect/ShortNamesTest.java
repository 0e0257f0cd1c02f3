package dev.weightscope.ui.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortNamesTest {
    @Test
    void whatAllNamesEndWithIsLeftOut() {
        assertEquals(
                List.of("fc1", "fc2", "head"),
                ShortNames.of(List.of("fc1.weight", "fc2.weight", "head.weight")));
        assertEquals(List.of("a/kernel", "b/gamma"), ShortNames.of(List.of("a/kernel", "b/gamma")));
    }

    @Test
    void whatAllNamesBeginWithIsSaidOnce() {
        assertEquals(
                List.of("model.layers.0", "1", "10"),
                ShortNames.of(
                        List.of(
                                "model.layers.0.mlp.weight",
                                "model.layers.1.mlp.weight",
                                "model.layers.10.mlp.weight")));
    }

    @Test
    void nothingIsLeftOutOfWhichNothingWouldBeLeft() {
        List<String> alike = List.of("a.b.c", "a.b.b.c", "a.c");
        assertEquals(alike, ShortNames.of(alike));
        assertEquals(List.of("fc.weight"), ShortNames.of(List.of("fc.weight")));
        assertEquals(List.of(), ShortNames.of(List.of()));
    }
}
