package dev.weightscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private static final String LISTENING = "/tmp/.X11-unix/X7";

    @Test
    void aDisplayIsThereWhereAServerMayListen() {
        Map<Map<String, String>, Boolean> table =
                Map.of(
                        Map.of(), false,
                        Map.of("DISPLAY", ""), false,
                        Map.of("WAYLAND_DISPLAY", "wayland-0"), false,
                        Map.of("DISPLAY", ":7"), true,
                        Map.of("DISPLAY", ":7.0"), true,
                        Map.of("DISPLAY", "unix:7"), true,
                        Map.of("DISPLAY", ":99"), false,
                        Map.of("DISPLAY", "localhost:10.0"), true,
                        Map.of("DISPLAY", "/private/tmp/launchd/org.xquartz:0"), true);
        table.forEach((environment, expected) ->
                assertEquals(
                        expected,
                        Display.mayBeThere(environment, LISTENING::equals),
                        environment.toString()));
        assertEquals(9, table.size());
    }
}
