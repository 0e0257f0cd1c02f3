package dev.weightscope.cli;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Initializer;
import dev.weightscope.model.InitializerCatalogue;
import dev.weightscope.model.Keyed;
import dev.weightscope.preset.Preset;
import dev.weightscope.preset.Presets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

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
    PRESETS("presets", "Presets") {
        @Override
        List<SequencedMap<String, String>> entries() {
            return Presets.all().stream().map(Catalogue::entry).toList();
        }
    };

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
        entry.put("key", each.key());
        entry.put("label", each.label());
        entry.putAll(fields);
        return entry;
    }

    private static SequencedMap<String, String> entry(Initializer initializer) {
        Experiment standard = Experiment.DEFAULT;
        Initializer.Explanation explanation =
                initializer.explain(
                        standard.fanIn(1),
                        standard.fanOut(1),
                        standard.activation(),
                        standard.gain());
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("formula", explanation.law());
        fields.put("source", explanation.source());
        fields.put("elsewhere", explanation.elsewhere());
        return entry(initializer, fields);
    }

    private static SequencedMap<String, String> entry(Preset preset) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("experiment", ExperimentText.format(preset.experiment()));
        fields.put("lookFor", preset.lookFor());
        return entry(preset, fields);
    }
}
