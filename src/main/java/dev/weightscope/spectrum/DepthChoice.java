package dev.weightscope.spectrum;

import dev.weightscope.model.Keyed;
import java.util.List;
import java.util.stream.IntStream;

/// Of which layers' outputs the Jacobian is looked at.
public enum DepthChoice implements Keyed {
    /// 1, 2, 4, 8, … and the last.
    POWERS("powers", "1, 2, 4 …") {
        @Override
        boolean has(int depth) {
            return Integer.bitCount(depth) == 1;
        }
    },
    ALL("all", "All") {
        @Override
        boolean has(int depth) {
            return true;
        }
    },
    LAST("last", "Last") {
        @Override
        boolean has(int depth) {
            return false;
        }
    };

    private final String key;
    private final String label;

    DepthChoice(String key, String label) {
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

    /// Whether a depth that is not the last is looked at.
    abstract boolean has(int depth);

    /// Those of some layers; of layers that lie inside of branches the next one outside.
    ///
    /// @param layers ascending; at least one
    List<Integer> of(List<Integer> layers) {
        int last = layers.getLast();
        return IntStream.rangeClosed(1, last)
                .filter(depth -> depth == last || has(depth))
                .map(depth ->
                        layers.stream().filter(layer -> layer >= depth).findFirst().orElseThrow())
                .distinct()
                .boxed()
                .toList();
    }
}
