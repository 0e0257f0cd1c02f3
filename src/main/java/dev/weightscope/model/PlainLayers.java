package dev.weightscope.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which layers of a network with skips are plain, and why.
public final class PlainLayers {
    /// A list names no more stretches of layers than this.
    private static final int MOST_TO_NAME = 4;

    private PlainLayers() {}

    /// One sentence, or two; empty where there are no skips, and where they lead past every layer.
    public static String remark(Experiment experiment) {
        Skip skip = experiment.architecture().skip();
        if (skip == Skip.NONE) {
            return "";
        }
        List<LayerPlace> plain =
                experiment.places().stream()
                        .filter(place -> place.role() == LayerRole.PLAIN)
                        .toList();
        int lastToBegin = experiment.depth() - skip.layers() + 1;
        List<Integer> unfit =
                plain.stream().map(LayerPlace::layer).filter(each -> each <= lastToBegin).toList();
        boolean isLastAlone = plain.size() > unfit.size();
        return Stream.of(unfit(experiment, unfit), isLastAlone ? alone(experiment) : "")
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String unfit(Experiment experiment, List<Integer> layers) {
        if (layers.isEmpty()) {
            return "";
        }
        if (layers.size() > 1) {
            return "Layers %s are plain: a skip needs equal widths at both ends."
                    .formatted(stretches(layers));
        }
        int layer = layers.getFirst();
        int end = layer + experiment.architecture().skip().layers() - 1;
        return "Layer %d is plain: %d values enter it, and %d leave %s."
                .formatted(
                        layer,
                        experiment.fanIn(layer),
                        experiment.fanOut(end),
                        end == layer ? "it" : "layer " + end);
    }

    private static String alone(Experiment experiment) {
        return "Layer %d is plain: it has no partner.".formatted(experiment.depth());
    }

    /// `1, 4 to 6`
    private static String stretches(List<Integer> layers) {
        List<String> texts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= layers.size(); i++) {
            if (i == layers.size() || layers.get(i) != layers.get(i - 1) + 1) {
                int length = i - start;
                texts.add(
                        length == 1
                                ? "" + layers.get(start)
                                : layers.get(start) + " to " + layers.get(i - 1));
                start = i;
            }
        }
        return texts.size() <= MOST_TO_NAME
                ? String.join(", ", texts)
                : String.join(", ", texts.subList(0, MOST_TO_NAME)) + " and others";
    }
}
