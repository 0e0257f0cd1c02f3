package dev.weightscope.ui.settings;

import dev.weightscope.export.WholeFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The settings on disk.
public final class SettingsFile {
    private static final Logger LOGGER = System.getLogger(SettingsFile.class.getName());

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final Path file;

    /// @param directory made when something is to be kept
    public SettingsFile(Path directory) {
        file = directory.resolve("settings.json");
    }

    /// What was kept; the defaults where nothing was, or nothing that can be read. A file that
    /// cannot be understood is renamed to `settings.json.damaged`.
    public Settings read() {
        if (!Files.exists(file)) {
            return Settings.DEFAULTS;
        }
        try {
            Settings settings = mapper.readValue(Files.readString(file), Settings.class);
            if (settings.version() == Settings.VERSION) {
                return settings;
            }
            putAside("it is of version " + settings.version());
        } catch (IOException | JacksonException | NullPointerException damage) {
            // A missing list or text reaches the record as null.
            putAside(String.valueOf(damage.getMessage()));
        }
        return Settings.DEFAULTS;
    }

    /// Keeps the settings. Failing is no reason to keep a person from closing the window: it is
    /// logged.
    public void write(Settings settings) {
        try {
            WholeFile.write(file, mapper.writeValueAsString(settings));
        } catch (IOException failed) {
            LOGGER.log(Level.WARNING, "the settings are not kept: {0}", failed.getMessage());
        }
    }

    private void putAside(String reason) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        LOGGER.log(Level.WARNING, "{0} is put aside as {1}: {2}", file, aside, reason);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            LOGGER.log(Level.WARNING, "{0} cannot be put aside: {1}", file, failed.getMessage());
        }
    }
}
