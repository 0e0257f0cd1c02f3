package dev.weightscope.preset;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Keyed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The presets that come with the program, in the order to show them.
public final class Presets {
    private static final String SIGNAL = "/dev/weightscope/assets/presets/presets.json";
    private static final String TRAINING = "/dev/weightscope/assets/presets/training.json";

    private Presets() {}

    /// All of them; read anew at each call.
    public static List<Preset> all() {
        return Stream.concat(
                        Arrays.stream(read(SIGNAL, Entry[].class)).map(Entry::preset),
                        Arrays.stream(read(TRAINING, SceneEntry[].class)).map(SceneEntry::preset))
                .toList();
    }

    private static <T> T read(String resource, Class<T> type) {
        JsonMapper json =
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                        .build();
        try (InputStream bytes = Presets.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return json.readValue(bytes, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The preset with this key.
    ///
    /// @throws dev.weightscope.model.Refusal naming the keys there are
    public static Preset find(String key) {
        return Keyed.find("preset", all(), key);
    }

    /// A preset as it stands in the file, its experiments as text.
    private record Entry(
            String key,
            String label,
            String lookFor,
            String experiment,
            List<ComparedEntry> compared) {
        Preset preset() {
            return new Preset(
                    key,
                    label,
                    lookFor,
                    ExperimentText.parse(experiment),
                    compared.stream().map(ComparedEntry::compared).toList());
        }
    }

    /// A preset for a lab, with that lab's settings.
    private record SceneEntry(
            String key,
            String label,
            String lookFor,
            String experiment,
            List<ComparedEntry> compared,
            String lab,
            String options) {
        Preset preset() {
            return new Preset(
                    key,
                    label,
                    lookFor,
                    ExperimentText.parse(experiment),
                    compared.stream().map(ComparedEntry::compared).toList(),
                    Optional.of(new Preset.Scene(lab, options)));
        }
    }

    private record ComparedEntry(String label, String experiment) {
        Preset.Compared compared() {
            return new Preset.Compared(label, ExperimentText.parse(experiment));
        }
    }
}
