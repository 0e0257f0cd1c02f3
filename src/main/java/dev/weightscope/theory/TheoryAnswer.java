package dev.weightscope.theory;

import java.util.List;

/// What theory answers about an experiment.
public sealed interface TheoryAnswer {
    /// Nothing.
    ///
    /// @param reason why not, as a sentence
    record None(String reason) implements TheoryAnswer {}

    /// Curves by depth, of infinite width but for their bands.
    ///
    /// @param layers one for each layer, in order
    record Known(List<LayerTheory> layers) implements TheoryAnswer {
        public Known {
            layers = List.copyOf(layers);
        }
    }
}
