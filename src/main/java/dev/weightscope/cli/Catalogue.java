package dev.weightscope.cli;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.arguments.InitializerOptions;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Initializer;
import dev.weightscope.model.InitializerCatalogue;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Numbers;
import dev.weightscope.preset.Preset;
import dev.weightscope.preset.Presets;
import dev.weightscope.sweep.Measures;
import dev.weightscope.sweep.SweptOptions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// What can be listed. An entry is a map of fields, the same ones in every entry: first `key` and
/// `label`, then what there is to say.
enum Catalogue implements Keyed {
    ACTIVATIONS("activations", "Activations") {
        @Override
        List<SequencedMap<String, String>> entries() {
            return Arrays.stream(ActivationFunction.values())
                    .map(each -> entry(each, Map.of("formula", Activation.of(each).formula())))
                    .toList();
        }
    },
    INITIALIZERS("initializers", "Initializers") {
        @Override
        List<SequencedMap<String, String>> entries() {
            return InitializerCatalogue.all().stream().map(Catalogue::entry).toList();
        }
    },
    FORMATS("formats", "Number formats") {
        @Override
        List<SequencedMap<String, String>> entries() {
            return Arrays.stream(NumberFormat.values())
                    .map(each -> entry(each, Map.of("range", range(each))))
                    .toList();
        }
    },
    PRESETS("presets", "Presets") {
        @Override
        List<SequencedMap<String, String>> entries() {
            return Presets.all().stream().map(Catalogue::entry).toList();
        }
    },
    MEASURES("measures", "Measures of a sweep") {
        @Override
        List<SequencedMap<String, String>> entries() {
            return Measures.ALL.stream()
                    .map(each -> entry(each, Map.of("help", each.help())))
                    .toList();
        }
    },
    SWEPT("swept", "What can be swept") {
        @Override
        List<SequencedMap<String, String>> entries() {
            return SweptOptions.ALL.stream()
                    .map(each -> entry(each, Map.of("help", each.help())))
                    .toList();
        }
    };

    static final String KEY = "key";
    static final String LABEL = "label";

    private final String key;
    private final String label;

    Catalogue(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    abstract List<SequencedMap<String, String>> entries();

    private static SequencedMap<String, String> entry(Keyed each, Map<String, String> fields) {
        SequencedMap<String, String> entry = new LinkedHashMap<>();
        entry.put(KEY, each.key());
        entry.put(LABEL, each.label());
        entry.putAll(fields);
        return entry;
    }

    private static SequencedMap<String, String> entry(Initializer initializer) {
        Experiment standard = Experiment.DEFAULT.withInitializer(initializer);
        Initializer.Explanation explanation = standard.explanation();
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("formula", explanation.law());
        fields.put("options", ownOptions(standard));
        fields.put("source", explanation.source());
        fields.put("elsewhere", explanation.elsewhere());
        return entry(initializer.scheme(), fields);
    }

    /// The options that the initializer reads, with their values where nothing is said.
    private static String ownOptions(Experiment experiment) {
        return ExperimentOptions.ALL.ownedBy(InitializerOptions.INITIALIZER).stream()
                .flatMap(option ->
                        option.write(experiment).stream().map(text -> option.flag() + " " + text))
                .collect(Collectors.joining(" "));
    }

    private static String range(NumberFormat format) {
        return "%d significand bits; largest %s, smallest normal %s, smallest %s"
                .formatted(
                        format.significandBits(),
                        Numbers.significant(format.largest(), 5),
                        Numbers.significant(format.smallestNormal(), 5),
                        Numbers.significant(format.smallestSubnormal(), 5));
    }

    private static SequencedMap<String, String> entry(Preset preset) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("experiment", ExperimentText.format(preset.experiment()));
        fields.put("lookFor", preset.lookFor());
        return entry(preset, fields);
    }
}
