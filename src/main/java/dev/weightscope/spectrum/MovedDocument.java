package dev.weightscope.spectrum;

import dev.weightscope.lab.Value;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What training has moved, for programs.
final class MovedDocument {
    private MovedDocument() {}

    /// ```
    /// {"step":, "loss":, "layers": [{"layer":, "fanIn":, "fanOut":, "weights": [..],
    ///  "moved": [..], "relative":, "rank":}, ..]}
    /// ```
    ///
    /// with all singular values, descending, of W after that step and of W − W₀; `relative` is ‖W −
    /// W₀‖ / ‖W₀‖, and `rank` how many values of W − W₀ carry 99 % of the sum of their squares.
    static Value of(MovedWeights moved) {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put("step", new Value.Whole(moved.step()));
        members.put("loss", new Value.Real(moved.loss()));
        members.put(
                "layers",
                new Value.Array(moved.layers().stream().map(MovedDocument::layer).toList()));
        return new Value.Tree(members);
    }

    private static Value layer(MovedLayer layer) {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put("layer", new Value.Whole(layer.layer()));
        members.put("fanIn", new Value.Whole(layer.moved().fanIn()));
        members.put("fanOut", new Value.Whole(layer.moved().fanOut()));
        members.put("weights", SpectrumTable.array(layer.weights()));
        members.put("moved", SpectrumTable.array(layer.moved()));
        members.put("relative", new Value.Real(layer.relativeNorm()));
        members.put("rank", new Value.Whole(layer.rank()));
        return new Value.Tree(members);
    }
}
