package dev.weightscope.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How many units each layer has.
public sealed interface LayerWidths {
    int MAX_DEPTH = 1000;
    int MAX_WIDTH = 16384;

    /// `depth` layers of `width` units; so many inputs too, unless the input has a width of its
    /// own.
    record Same(int depth, int width) implements LayerWidths {
        public Same {
            Require.inRange("depth", depth, 1, MAX_DEPTH);
            Require.inRange("width", width, 1, MAX_WIDTH);
        }
    }

    /// An explicit list: the input's width, then each layer's.
    record Listed(List<Integer> widths) implements LayerWidths {
        public Listed {
            widths = List.copyOf(widths);
            if (widths.size() < 2) {
                throw new Refusal(
                        "widths %s leave no layer: write the input's width, then each layer's, for example 784,100,100,10"
                                .formatted(text(widths)));
            }
            Require.inRange("the number of layers in widths", widths.size() - 1, 1, MAX_DEPTH);
            widths.forEach(width -> Require.inRange("width", width, 1, MAX_WIDTH));
        }

        /// @param text the widths with commas between them: `784,100,100,10`
        /// @throws Refusal if a part of it is not a whole number
        public static Listed parse(String text) {
            return new Listed(
                    Arrays.stream(text.split(",", -1))
                            .map(part -> parseWidth(part.strip(), text))
                            .toList());
        }

        private static int parseWidth(String part, String text) {
            try {
                return Integer.parseInt(part);
            } catch (NumberFormatException _) {
                throw new Refusal(
                        "widths %s: %s is not a whole number in 1..%d; write for example 784,100,100,10"
                                .formatted(Quoted.of(text), Quoted.of(part), MAX_WIDTH));
            }
        }

        /// The inverse of [#parse].
        public String text() {
            return text(widths);
        }

        private static String text(List<Integer> widths) {
            return widths.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    /// The number of layers, the input not counted.
    default int depth() {
        return switch (this) {
            case Same(int depth, int _) -> depth;
            case Listed(List<Integer> widths) -> widths.size() - 1;
        };
    }

    /// The width of the widest layer, the input not counted.
    default int width() {
        return switch (this) {
            case Same(int _, int width) -> width;
            case Listed(List<Integer> widths) ->
                    widths.stream().skip(1).mapToInt(Integer::intValue).max().orElseThrow();
        };
    }

    /// The number of units of a layer, counted from 1.
    default int fanOut(int layer) {
        return switch (this) {
            case Same(int _, int width) -> width;
            case Listed(List<Integer> widths) -> widths.get(layer);
        };
    }

    /// For captions: `10 layers of 500`, `784–100–100–10`.
    default String label() {
        return switch (this) {
            case Same(int depth, int width) ->
                    "%d layer%s of %d".formatted(depth, depth == 1 ? "" : "s", width);
            case Listed listed when listed.depth() <= 6 -> listed.text().replace(",", "–");
            case Listed(List<Integer> widths) -> {
                int narrowest =
                        widths.stream().skip(1).mapToInt(Integer::intValue).min().orElseThrow();
                yield "%d layers, %d to %d wide".formatted(depth(), narrowest, width());
            }
        };
    }

    /// The same widths in another number of layers: a list loses its last hidden layers, or repeats
    /// the last hidden one.
    default LayerWidths withDepth(int newDepth) {
        return switch (this) {
            case Same(int _, int width) -> new Same(newDepth, width);
            case Listed(List<Integer> widths) -> {
                Require.inRange("depth", newDepth, 1, MAX_DEPTH);
                int output = widths.getLast();
                int lastHidden = widths.size() > 2 ? widths.get(widths.size() - 2) : output;
                List<Integer> changed =
                        new ArrayList<>(widths.subList(0, Math.min(widths.size() - 1, newDepth)));
                while (changed.size() < newDepth) {
                    changed.add(lastHidden);
                }
                changed.add(output);
                yield new Listed(changed);
            }
        };
    }

    /// The same layers behind another input; without a list they take any input as it is.
    default LayerWidths withInputWidth(int inputs) {
        return switch (this) {
            case Same same -> same;
            case Listed(List<Integer> widths) -> {
                List<Integer> changed = new ArrayList<>(widths);
                changed.set(0, inputs);
                yield new Listed(changed);
            }
        };
    }

    /// One width for all layers; a list is given up.
    default LayerWidths withWidth(int newWidth) {
        return new Same(depth(), newWidth);
    }
}
