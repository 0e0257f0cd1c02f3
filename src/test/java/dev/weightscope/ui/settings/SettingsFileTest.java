package dev.weightscope.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.saved.SavedSession;
import dev.weightscope.ui.theme.Theme;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir Path directory;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Settings settings =
                Settings.of(
                                new WindowPlace(10, 20, 1200, 800, true),
                                Theme.DARK,
                                SavedSession.parse(
                                        "test",
                                        """
                                        weightscope-experiment 2
                                        --depth 40
                                        pin colour=3 name=mine hidden --gain 2
                                        view layout=ridge
                                        """),
                                "/pictures")
                        .withHabits(1.5, true);
        new SettingsFile(directory.resolve("new")).write(settings);
        assertEquals(reading(settings), new SettingsFile(directory.resolve("new")).read());
    }

    @Test
    void whatVersion010KeptIsReadBack() throws IOException {
        Files.writeString(
                directory.resolve("settings.json"),
                """
                {"version": 1, "window": {"x": 1600, "y": 60, "width": 1200, "height": 800},
                 "theme": "light", "experiment": "--depth 4",
                 "pins": [{"name": "mine", "experiment": "--depth 5", "hidden": true}],
                 "exportFolder": null}
                """);
        assertEquals(
                reading(
                        Settings.of(
                                new WindowPlace(1600, 60, 1200, 800, false),
                                Theme.LIGHT,
                                SavedSession.parse(
                                        "test",
                                        "--depth 4\npin colour=1 name=mine hidden --depth 5"),
                                null)),
                new SettingsFile(directory).read());
    }

    @Test
    void nothingKeptMeansTheDefaults() {
        assertEquals(reading(Settings.DEFAULTS), new SettingsFile(directory).read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"version\": 99, \"theme\": \"dark\", \"session\": []}",
                "{\"version\": 1}",
                "{\"version\": 1, \"theme\": \"dark\", \"pins\": []}",
                "{\"version\": 1, \"theme\": \"dark\", \"experiment\": \"\","
                        + " \"pins\": [{\"name\": \"mine\", \"hidden\": false}]}",
                "{\"version\": 1, \"theme\": \"dark\", \"experiment\": \"\", \"pins\": 3}",
                "{\"version\": 1, \"window\": {\"x\": 10.0, \"y\": 20.0, \"width\": \"NaN\","
                        + " \"height\": 800.0}, \"theme\": \"dark\", \"experiment\": \"\","
                        + " \"pins\": [], \"exportFolder\": null}",
                "{\"version\": 2, \"theme\": \"dark\"}",
                "{\"version\": 2, \"theme\": \"dark\", \"session\": [\"hello\"]}",
                "{\"version\": 2, \"theme\": \"dark\", \"session\":"
                        + " [\"weightscope-experiment 2\", \"pin colour=9\"]}"
            })
    void aDamagedFileIsPutAsideAndThatIsSaid(String damaged) throws IOException {
        Path file = Files.writeString(directory.resolve("settings.json"), damaged);
        SettingsFile.Reading reading = new SettingsFile(directory).read();
        assertEquals(Settings.DEFAULTS, reading.settings());
        String complaint = reading.complaint().orElseThrow();
        String begin = "The settings of the last session could not be read: ";
        String end =
                ". Everything begins as at the first start; the old file is kept as "
                        + directory.resolve("settings.json.damaged")
                        + ".";
        assertTrue(complaint.startsWith(begin), complaint);
        assertTrue(complaint.endsWith(end), complaint);
        String reason = complaint.substring(begin.length(), complaint.length() - end.length());
        assertTrue(
                Set.of(
                                "their file is damaged",
                                "a window cannot be at 10.0, 20.0 and NaN x 800.0 large",
                                "they are of a version that this program does not know")
                        .contains(reason),
                reason);
        assertFalse(Files.exists(file));
        assertEquals(damaged, Files.readString(directory.resolve("settings.json.damaged")));
    }

    enum Hostile {
        ENDLESS,
        PIPE,
        LARGE,
        DIRECTORY;

        void make(Path file) throws IOException {
            switch (this) {
                case ENDLESS -> Files.createSymbolicLink(file, Path.of("/dev/zero"));
                case PIPE -> mkfifo(file);
                case LARGE -> {
                    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                        sparse.setLength(2_200_000_000L);
                    }
                }
                case DIRECTORY -> Files.createDirectory(file);
            }
        }
    }

    @Timeout(20)
    @ParameterizedTest
    @EnumSource(Hostile.class)
    void aFileThatIsNoneIsPutAsideUnread(Hostile kind) throws IOException {
        Path file = directory.resolve("settings.json");
        kind.make(file);
        SettingsFile.Reading reading = new SettingsFile(directory).read();
        assertEquals(Settings.DEFAULTS, reading.settings());
        assertTrue(reading.complaint().orElseThrow().endsWith("settings.json.damaged."));
        assertFalse(Files.exists(file, LinkOption.NOFOLLOW_LINKS));
        new SettingsFile(directory).write(Settings.DEFAULTS);
        assertEquals(reading(Settings.DEFAULTS), new SettingsFile(directory).read());
    }

    @Test
    void settingsThatCannotBeKeptSayWhy() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThrows(IOException.class, () -> new SettingsFile(file).write(Settings.DEFAULTS));
        assertTrue(Files.isRegularFile(file));
    }

    @Test
    void aPlaceThatCannotBeNamedMeansTheDefaultsAndOneSentence() throws IOException {
        SettingsFile nowhere = SettingsFile.nowhere("Settings are not kept.");
        nowhere.write(Settings.DEFAULTS);
        assertEquals(
                new SettingsFile.Reading(Settings.DEFAULTS, Optional.of("Settings are not kept.")),
                nowhere.read());
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
    void aWindowComesBackToItsScreenAndFromALostOneIntoSight() {
        Rectangle2D left = new Rectangle2D(0, 0, 1440, 900);
        Rectangle2D right = new Rectangle2D(1440, 0, 1440, 1000);
        WindowPlace onRight = new WindowPlace(1600, 60, 1200, 800, false);
        assertEquals(onRight, onRight.within(List.of(left, right)));
        assertEquals(new WindowPlace(240, 60, 1200, 800, false), onRight.within(List.of(left)));
        assertEquals(
                new WindowPlace(240, 100, 1200, 800, true),
                new WindowPlace(3000, 500, 1200, 800, true).within(List.of(left, right)));
        assertEquals(
                new WindowPlace(0, 0, 1440, 900, false),
                new WindowPlace(-50, -50, 5000, 5000, false).within(List.of(left)));
        assertEquals(new WindowPlace(0, 0, 1440, 900, false), WindowPlace.in(left, 1));
        assertEquals(
                new WindowPlace(480, 180, 2880, 1800, false),
                WindowPlace.in(new Rectangle2D(0, 0, 3840, 2160), 2));
    }

    private static SettingsFile.Reading reading(Settings settings) {
        return new SettingsFile.Reading(settings, Optional.empty());
    }

    private static void mkfifo(Path file) throws IOException {
        try {
            int code = new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
            assertEquals(0, code);
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
