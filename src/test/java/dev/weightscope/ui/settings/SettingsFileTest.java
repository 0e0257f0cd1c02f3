package dev.weightscope.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.ui.settings.Settings.PinSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir Path directory;

    @Test
    void whatIsWrittenIsReadBack() {
        Settings settings =
                new Settings(
                        Settings.VERSION,
                        new WindowPlace(10, 20, 1200, 800),
                        "dark",
                        "--depth 40",
                        List.of(new PinSettings("mine", "--gain 2", true)),
                        "/pictures");
        new SettingsFile(directory.resolve("new")).write(settings);
        assertEquals(settings, new SettingsFile(directory.resolve("new")).read());
    }

    @Test
    void nothingKeptMeansTheDefaults() {
        assertEquals(Settings.DEFAULTS, new SettingsFile(directory).read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"version\": 99, \"theme\": \"dark\", \"experiment\": \"\", \"pins\": []}",
                "{\"version\": 1}",
                "{\"version\": 1, \"theme\": \"dark\", \"pins\": []}",
                "{\"version\": 1, \"theme\": \"dark\", \"experiment\": \"\","
                        + " \"pins\": [{\"name\": \"mine\", \"hidden\": false}]}",
                "{\"version\": 1, \"theme\": \"dark\", \"experiment\": \"\", \"pins\": 3}"
            })
    void aDamagedFileIsPutAside(String damaged) throws IOException {
        Path file = Files.writeString(directory.resolve("settings.json"), damaged);
        assertEquals(Settings.DEFAULTS, new SettingsFile(directory).read());
        assertFalse(Files.exists(file));
        assertEquals(damaged, Files.readString(directory.resolve("settings.json.damaged")));
    }

    @Test
    void settingsThatCannotBeKeptDoNotStopAnyone() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        new SettingsFile(file).write(Settings.DEFAULTS);
        assertTrue(Files.isRegularFile(file));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, XDG_CONFIG_HOME, /xdg, /xdg/weightscope",
        "Linux, XDG_CONFIG_HOME, relative, /home/me/.config/weightscope",
        "Linux, OTHER, x, /home/me/.config/weightscope",
        "Mac OS X, OTHER, x, /home/me/Library/Application Support/weightscope",
        "Windows 11, APPDATA, /appdata, /appdata/weightscope"
    })
    void everySystemHasItsPlace(String system, String variable, String value, String expected) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("user.home", "/home/me");
        assertEquals(Path.of(expected), ConfigDirectory.find(Map.of(variable, value), properties));
        properties.setProperty(ConfigDirectory.PROPERTY, "/given");
        assertEquals(Path.of("/given"), ConfigDirectory.find(Map.of(variable, value), properties));
    }

    @Test
    void aWindowOfALostScreenComesBackIntoSight() {
        Rectangle2D screen = new Rectangle2D(0, 0, 1440, 900);
        assertEquals(
                new WindowPlace(240, 100, 1200, 800),
                new WindowPlace(3000, 500, 1200, 800).within(screen));
        assertEquals(
                new WindowPlace(0, 0, 1440, 900),
                new WindowPlace(-50, -50, 5000, 5000).within(screen));
        assertEquals(new WindowPlace(0, 0, 1440, 900), WindowPlace.in(screen));
    }
}
