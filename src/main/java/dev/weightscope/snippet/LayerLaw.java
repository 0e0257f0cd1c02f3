package dev.weightscope.snippet;

import dev.weightscope.model.Activation;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.FanMode;
import dev.weightscope.model.Initializer;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.StandardInitializer;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What a layer's snippet is made from.
///
/// @param weights its law, gain included; the constant 0 for any law whose entries all are 0, which
///   frameworks' initializers refuse
/// @param bias the same of its biases
record LayerLaw(
        Experiment experiment, Initializer initializer, LayerPlace place, Law weights, Law bias) {
    /// @param layer counted from 1
    /// @throws Refusal as [Snippets#layer]
    static LayerLaw of(Experiment experiment, int layer) {
        if (layer < 1 || layer > experiment.depth()) {
            throw new Refusal("layer %d is not in 1..%d".formatted(layer, experiment.depth()));
        }
        return of(experiment, experiment.place(layer));
    }

    /// @throws Refusal if the initializer is a person's own
    static LayerLaw of(Experiment experiment, LayerPlace place) {
        return new LayerLaw(
                experiment,
                known(experiment.initializer()),
                place,
                orZero(experiment.weightLaw(place), place.fanIn(), place.fanOut()),
                orZero(experiment.bias().law(experiment.initializer(), place), 1, place.fanOut()));
    }

    private static Initializer known(Initializer initializer) {
        if (initializer instanceof StandardInitializer || initializer instanceof LoadedWeights) {
            return initializer;
        }
        throw new Refusal(
                ("initializer \"%s\" is a Java class of your own, which no snippet can draw with;"
                                + " choose one that comes along (see list initializers)")
                        .formatted(initializer.key()));
    }

    private static Law orZero(Law law, int fanIn, int fanOut) {
        return law.isZero(fanIn, fanOut) ? new Law.Constant(0) : law;
    }

    /// Whether all weights are 0.
    boolean isZero() {
        return weights.equals(new Law.Constant(0));
    }

    /// The initializer, where weights are drawn.
    StandardInitializer standard() {
        return (StandardInitializer) initializer;
    }

    /// The initializer, where weights are a file's.
    LoadedWeights loaded() {
        return (LoadedWeights) initializer;
    }

    InitializerScheme scheme() {
        return standard().scheme();
    }

    FanMode mode() {
        return standard().parameters().mode();
    }

    /// What every weight is multiplied by, as Python.
    String gain() {
        return Numbers.plain(experiment.gain());
    }

    boolean hasGain() {
        return experiment.gain() != 1;
    }

    /// The slope a of He's law; 0 where the activation has none.
    double slope() {
        Activation activation = experiment.activation();
        return activation.hasNegativeSlope() ? activation.negativeSlope() : 0;
    }

    /// The seed, made one that every framework takes.
    long seed() {
        return Math.floorMod(experiment.seed(), 1L << 31);
    }

    /// The std or limit of the weights as Python.
    ///
    /// @param root what the dialect calls the square root: `math.sqrt`
    /// @param number of the law, for one that has no formula
    Spread spread(String root, double number) {
        String formula = standard().formula(place);
        if (formula.isEmpty()) {
            return new Spread(List.of(), Numbers.plain(number));
        }
        String symbol = formula.substring(0, 1);
        return new Spread(List.of(PythonFormula.of(formula, this, root)), symbol);
    }

    /// Lines that draw the biases, of one of the laws that biases have.
    ///
    /// @param root as in [#spread]
    /// @param constant the line for a constant
    /// @param normal the line for N(0, std²), of the std as Python
    /// @param uniform the line for U(−limit, limit), of the limit as Python
    /// @param loaded the lines for those of a file
    List<String> biasLines(
            String root,
            DoubleFunction<String> constant,
            UnaryOperator<String> normal,
            UnaryOperator<String> uniform,
            Function<Law.Loaded, List<String>> loaded) {
        return switch (bias) {
            case Law.Constant(double value) -> List.of(constant.apply(value));
            case Law.Normal(double std) -> biasLines(biasSpread(root, std), normal);
            case Law.Uniform(double limit) -> biasLines(biasSpread(root, limit), uniform);
            case Law.Identity _, Law.TruncatedNormal _, Law.Orthogonal _ -> throw noBias();
            case Law.LayerSequential _, Law.Sparse _ -> throw noBias();
            case Law.Loaded law -> loaded.apply(law);
            case Law.Custom _ -> throw noBias();
        };
    }

    private static List<String> biasLines(Spread spread, UnaryOperator<String> line) {
        return spread.then(line.apply(spread.name()));
    }

    private Spread biasSpread(String root, double number) {
        boolean isOwn =
                experiment.bias().kind() == BiasKind.DEFAULT
                        && initializer.scheme() == InitializerScheme.PYTORCH_LINEAR;
        return isOwn
                ? new Spread(List.of("bound = 1 / " + root + "(fan_in)"), "bound")
                : new Spread(List.of(), Numbers.plain(number));
    }

    /// A std or limit.
    ///
    /// @param lines that define it; empty where it is a number
    /// @param name what it is called then
    record Spread(List<String> lines, String name) {
        /// Its lines and then those that use it.
        List<String> then(List<String> more) {
            return PythonScript.behind(lines, more);
        }

        List<String> then(String line) {
            return then(List.of(line));
        }
    }

    private IllegalArgumentException noBias() {
        return new IllegalArgumentException("no law of biases: " + bias.text());
    }
}
