package dev.weightscope.ui.settings;

import dev.weightscope.export.WholeFile;
import dev.weightscope.file.BoundedFile;
import dev.weightscope.file.ReadLimit;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The settings on disk, which several windows may share: the last that changed something is whose
/// settings are read at the next start.
public final class SettingsFile {
    private final JsonMapper mapper =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final @Nullable Path file;
    private final Optional<String> complaint;

    /// What was read.
    ///
    /// @param complaint one sentence, where the file could not be read or understood
    public record Reading(Settings settings, Optional<String> complaint) {}

    /// @param directory made when something is to be kept
    public SettingsFile(Path directory) {
        file = directory.resolve("settings.json");
        complaint = Optional.empty();
    }

    private SettingsFile(String complaint) {
        file = null;
        this.complaint = Optional.of(complaint);
    }

    /// Settings that are never kept, since no place for them can be named.
    ///
    /// @param complaint one sentence: why
    public static SettingsFile nowhere(String complaint) {
        return new SettingsFile(complaint);
    }

    /// What was kept; the defaults where nothing was, or nothing that can be read. A file that
    /// cannot be understood is renamed to `settings.json.damaged`, whatever it is.
    public Reading read() {
        if (file == null || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Reading(Settings.DEFAULTS, complaint);
        }
        try {
            String text = new BoundedFile(file, ReadLimit.SETTINGS).text();
            return new Reading(settings(text), Optional.empty());
        } catch (JacksonException | NullPointerException _) {
            // A missing list or text reaches the record as null.
            return putAside(file, "their file is damaged");
        } catch (Refusal refusal) {
            return putAside(file, String.valueOf(refusal.getMessage()));
        }
    }

    /// Keeps the settings, whole or not at all.
    ///
    /// @throws IOException whose message is one sentence
    public void write(Settings settings) throws IOException {
        if (file != null) {
            WholeFile.write(file, mapper.writeValueAsString(settings));
        }
    }

    private Settings settings(String text) {
        JsonNode version = mapper.readTree(text).path("version");
        return switch (version.asInt(0)) {
            case FirstSettings.VERSION -> mapper.readValue(text, FirstSettings.class).settings();
            case Settings.VERSION -> mapper.readValue(text, Settings.class);
            default -> throw new Refusal("they are of a version that this program does not know");
        };
    }

    private static Reading putAside(Path file, String reason) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        String said = "The settings of the last session could not be read: " + reason + ". ";
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return new Reading(
                    Settings.DEFAULTS,
                    Optional.of(
                            said
                                    + "Everything begins as at the first start; the old file is"
                                    + " kept as "
                                    + Quoted.path(aside.toAbsolutePath())
                                    + "."));
        } catch (IOException failed) {
            return new Reading(
                    Settings.DEFAULTS, Optional.of(said + "They could not be put aside either."));
        }
    }
}
