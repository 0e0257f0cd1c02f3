package dev.weightscope.inspect;

import dev.weightscope.model.Law;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// Holds entries against one law after the other; a law that comes under several names is held
/// once.
final class EntryJudge {
    private final Evidence evidence;
    private final DoubleSupplier spectrum;
    private final double level;
    private final Map<Law, Verdict> verdicts = new HashMap<>();
    private final Map<Law, Double> distances = new HashMap<>();

    /// @param distance NaN where other tests decide
    private record Verdict(double distance, double pValue) {}

    /// @param spectrum the p-value of a test of all laws at once; asked for only where entries
    ///   leave a law
    /// @param level below which a law is rejected
    EntryJudge(Evidence evidence, DoubleSupplier spectrum, double level) {
        this.evidence = evidence;
        this.spectrum = spectrum;
        this.level = level;
    }

    /// One that judges other entries of the same tensor, of which singular values say nothing.
    EntryJudge of(Evidence others) {
        return new EntryJudge(others, () -> 1, level);
    }

    /// How many laws there are under all the names.
    static int different(List<NamedLaw> named) {
        return (int) named.stream().map(each -> rounded(each.law())).distinct().count();
    }

    /// The law beside the entries, unless it is rejected.
    Optional<FittingLaw> fitting(NamedLaw named) {
        Verdict verdict = verdicts.computeIfAbsent(rounded(named.law()), _ -> verdict(named));
        return verdict.pValue < level
                ? Optional.empty()
                : Optional.of(
                        new FittingLaw(
                                named, stdOf(named.law()), verdict.distance, verdict.pValue));
    }

    private Verdict verdict(NamedLaw named) {
        EntryLaw law = EntryLaw.of(entries(named.law()));
        EntryTests tests = new EntryTests(evidence, law);
        double most = tests.pValueWithoutDistance();
        if (most < level) {
            return new Verdict(Double.NaN, most);
        }
        double distance = Kolmogorov.distance(evidence.sample, law);
        return new Verdict(distance, tests.pValue(distance, level, spectrum));
    }

    /// The law of the least distance.
    FittingLaw nearest(List<NamedLaw> named) {
        NamedLaw nearest =
                named.stream().min(Comparator.comparingDouble(this::distance)).orElseThrow();
        double distance = distance(nearest);
        EntryLaw law = EntryLaw.of(nearest.law());
        double pValue = new EntryTests(evidence, law).pValue(distance, level, spectrum);
        return new FittingLaw(nearest, law.std(), distance, pValue);
    }

    private double distance(NamedLaw named) {
        return distances.computeIfAbsent(
                rounded(named.law()),
                _ -> Kolmogorov.distance(evidence.sample, EntryLaw.of(named.law())));
    }

    /// The shapes that fit with a scale of their own.
    List<Shape> shapes() {
        return Arrays.stream(Shape.values()).filter(this::fits).toList();
    }

    private boolean fits(Shape shape) {
        EntryLaw law = EntryLaw.of(shape.fitted(evidence.rms(), evidence.largest, evidence.count));
        EntryTests tests = new EntryTests(evidence, law);
        double shapeLevel = LawMatch.LEVEL / Shape.values().length;
        return tests.pValueOfKurtosis() >= shapeLevel
                && tests.pValueOfShape(Kolmogorov.distance(evidence.sample, law)) >= shapeLevel;
    }

    /// Of the entries that are not 0, for a sparse law.
    private static Law entries(Law law) {
        return law instanceof Law.Sparse sparse ? new Law.Normal(sparse.std()) : law;
    }

    private static double stdOf(Law law) {
        double std = EntryLaw.of(entries(law)).std();
        return law instanceof Law.Sparse sparse ? std * Math.sqrt(1 - sparse.sparsity()) : std;
    }

    /// The same for laws that are computed in different ways.
    private static Law rounded(Law law) {
        return switch (law) {
            case Law.Normal(double std) -> new Law.Normal((float) std);
            case Law.Uniform(double limit) -> new Law.Uniform((float) limit);
            case Law.TruncatedNormal(double std, double cut) ->
                    new Law.TruncatedNormal((float) std, cut);
            case Law.Constant _, Law.Identity _, Law.Orthogonal _, Law.LayerSequential _ -> law;
            case Law.Sparse _, Law.Custom _, Law.Loaded _ -> law;
        };
    }
}
