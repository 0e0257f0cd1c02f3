package dev.weightscope.report;

import dev.weightscope.model.Law;
import dev.weightscope.weights.DeclaredInitializer;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a file says that a tensor was drawn by, beside its values.
///
/// @param law of the initializer for the tensor's fans; empty where it is none that is known
/// @param pValue the chance that values of the law are as far from it as these, as that of
///   [dev.weightscope.inspect.FittingLaw]; 0 or 1 of a law that holds exactly or not at all. Empty
///   without a law, and of too few numbers
/// @param fits whether the law is not rejected; empty without a p-value
public record Declared(
        DeclaredInitializer initializer,
        Optional<Law> law,
        OptionalDouble pValue,
        Optional<Boolean> fits) {

    /// `HeNormal() does not fit`
    public String line() {
        String how = fits.map(each -> each ? " fits" : " does not fit").orElse("; not to be told");
        return initializer.text() + how;
    }
}
