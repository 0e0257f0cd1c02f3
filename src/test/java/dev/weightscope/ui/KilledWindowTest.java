package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.saved.SavedPin;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.ui.settings.SettingsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class KilledWindowTest {
    @TempDir Path directory;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWindowThatIsKilledWhileItIsDraggedLeavesWholeSettings() throws Exception {
        Path file = directory.resolve("settings.json");
        Process window = start("drag");
        try {
            // Written more than once: the second time over a file that is there.
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> content(file).contains("mine"));
            String first = content(file);
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !content(file).equals(first));
        } finally {
            window.destroyForcibly();
        }
        assertTrue(window.waitFor(60, TimeUnit.SECONDS));
        SettingsFile.Reading left = new SettingsFile(directory).read();
        assertEquals(List.of(), left.complaint().stream().toList());
        SavedSession saved = left.settings().saved();
        assertEquals(List.of("mine"), saved.pins().stream().map(SavedPin::name).toList());
        assertTrue(saved.resolve().experiment().gain() > 1, saved.experiment());

        Process next = start("tell");
        String told = new String(next.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(
                SavedSession.of(saved.resolve(), new TreeMap<>()),
                SavedSession.parse("the next session", told));
    }

    private static String content(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private Process start(String task) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WindowProcess.class.getName(),
                        task,
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
