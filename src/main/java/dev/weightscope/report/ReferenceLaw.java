package dev.weightscope.report;

import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Stroke.Pattern;
import dev.weightscope.inspect.FittingLaw;
import dev.weightscope.inspect.LawDensity;
import dev.weightscope.inspect.LawMatch;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.weights.Fans;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// A law that a tensor is drawn beside.
record ReferenceLaw(
        String name, DataColour colour, Pattern pattern, double std, DoubleUnaryOperator density) {
    private static final InitializerScheme USUAL = InitializerScheme.PYTORCH_LINEAR;
    private static final DataColour FITTING = new DataColour.Expected();
    private static final DataColour DEFAULT = new DataColour.OfSetting(0);
    private static final DataColour NEAREST = new DataColour.OfSetting(1);

    /// The simplest that fits; where none does, PyTorch's default for the shape and the nearest,
    /// once if they are the same.
    static List<ReferenceLaw> of(TensorReport report) {
        List<ReferenceLaw> laws = new ArrayList<>();
        LawMatch match = report.match().orElse(null);
        if (match == null) {
            return laws;
        }
        if (!match.laws().isEmpty()) {
            add(laws, match.laws().getFirst(), FITTING, Pattern.DASHED);
            return laws;
        }
        report.fans()
                .filter(fans -> fans.in() > 0 && fans.in() <= Integer.MAX_VALUE)
                .ifPresent(fans -> addDefault(laws, fans));
        match.nearest()
                .filter(each -> laws.isEmpty() || !each.law().key().equals(USUAL.key()))
                .ifPresent(each -> add(laws, each, NEAREST, Pattern.DOTTED));
        return laws;
    }

    private static void addDefault(List<ReferenceLaw> laws, Fans fans) {
        int in = (int) fans.in();
        int out = Math.clamp(fans.out(), 1, Integer.MAX_VALUE);
        Law law =
                StandardInitializer.of(USUAL)
                        .weights(
                                LayerPlace.plain(1, in, out),
                                Activation.of(ActivationFunction.RELU));
        add(
                laws,
                "PyTorch default",
                DEFAULT,
                Pattern.DASHED,
                law,
                Math.sqrt(law.variance(in, out)));
    }

    private static void add(
            List<ReferenceLaw> laws, FittingLaw fitting, DataColour colour, Pattern pattern) {
        String name = Likeness.name(fitting.law());
        add(laws, name, colour, pattern, fitting.law().law(), fitting.std());
    }

    private static void add(
            List<ReferenceLaw> laws,
            String name,
            DataColour colour,
            Pattern pattern,
            Law law,
            double std) {
        LawDensity.of(law)
                .filter(_ -> laws.stream().noneMatch(each -> each.name.equals(name)))
                .ifPresent(
                        density -> laws.add(new ReferenceLaw(name, colour, pattern, std, density)));
    }
}
