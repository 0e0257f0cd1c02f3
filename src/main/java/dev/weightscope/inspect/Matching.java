package dev.weightscope.inspect;

import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Law;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;

/// The work of a [LawMatch].
final class Matching {
    /// The std of the weights that PyTorch's `sparse_` leaves, and the catalogue's.
    private static final double[] SPARSE_STDS = {0.01, InitializerParameter.STD.defaultValue()};

    /// A shorter side for which what is known of singular values of large matrices holds.
    private static final int LEAST_SIDE = 16;

    private final TensorValues values;
    private final TensorSurvey survey;
    private final TensorRole role;
    private final Grid grid;
    private OptionalDouble spectrum = OptionalDouble.empty();

    Matching(TensorValues values, TensorSurvey survey, TensorRole role, Grid grid) {
        this.values = values;
        this.survey = survey;
        this.role = role;
        this.grid = grid;
    }

    LawMatch match() {
        if (survey.finite() == 0) {
            return unknown();
        }
        Optional<FittingLaw> constant = ExactLaws.constant(survey);
        if (constant.isPresent()) {
            boolean says = survey.count() > 1 || survey.max() == 0;
            return says ? only(constant.get()) : unknown();
        }
        return role instanceof TensorRole.Weights weights
                        && Math.min(weights.rows(), weights.columns()) > 1
                        && notFinite() == 0
                ? ofMatrix(weights)
                : ofEntries(() -> 1, List.of());
    }

    /// Of one law alone, which draws entries one by one.
    double pValue(Law law) {
        DoubleSupplier spectrum =
                role instanceof TensorRole.Weights weights ? () -> spectrum(weights) : () -> 1;
        ValueSample sample = ValueSample.of(values);
        EntryLaw entries = EntryLaw.of(law);
        return new EntryTests(Evidence.of(survey, sample, grid), entries)
                .pValue(Kolmogorov.distance(sample, entries), LawMatch.LEVEL, spectrum);
    }

    private LawMatch ofMatrix(TensorRole.Weights weights) {
        Optional<FittingLaw> exact =
                ExactLaws.identity(values, survey, weights)
                        .or(() -> ExactLaws.orthogonal(values, survey, weights, grid));
        return exact.isPresent()
                ? only(exact.get())
                : ofEntries(
                        () -> spectrum(weights),
                        sparse(
                                weights,
                                ZeroCounts.of(values, survey, weights.rows(), weights.columns())));
    }

    /// The chance of the largest singular value, which is one for all laws; found once.
    private double spectrum(TensorRole.Weights weights) {
        if (spectrum.isEmpty()) {
            spectrum = OptionalDouble.of(spectrumOf(weights));
        }
        return spectrum.getAsDouble();
    }

    private double spectrumOf(TensorRole.Weights weights) {
        int rows = weights.rows();
        int columns = weights.columns();
        if (Math.min(rows, columns) < LEAST_SIDE) {
            return 1;
        }
        double meanSquare = survey.rms() * survey.rms();
        return LargestSingularValue.pValue(values, rows, columns, meanSquare);
    }

    /// The laws with as many zeros for each input as were counted.
    private static List<NamedLaw> sparse(TensorRole.Weights weights, ZeroCounts counts) {
        boolean byRow = counts.row() > 0;
        OptionalInt zeros =
                byRow
                        ? OptionalInt.of(counts.row())
                        : counts.column() > 0
                                ? OptionalInt.of(counts.column())
                                : OptionalInt.empty();
        if (zeros.isEmpty()) {
            return List.of();
        }
        double share = zeros.getAsInt() / (double) (byRow ? weights.columns() : weights.rows());
        InitializerScheme scheme = InitializerScheme.SPARSE;
        return Arrays.stream(SPARSE_STDS)
                .mapToObj(std -> new Law.Sparse(share, std))
                .map(law -> new NamedLaw(scheme.key(), scheme.label(), 1, Optional.empty(), law))
                .toList();
    }

    private LawMatch ofEntries(DoubleSupplier spectrum, List<NamedLaw> sparse) {
        ValueSample sample = ValueSample.of(values);
        List<NamedLaw> named = Catalogue.of(role);
        EntryJudge judge =
                new EntryJudge(
                        Evidence.of(survey, sample, grid),
                        notFinite() == 0 ? spectrum : () -> 0,
                        LawMatch.LEVEL / (EntryJudge.different(named) + sparse.size()));
        List<FittingLaw> fitting = new ArrayList<>();
        if (!sparse.isEmpty()) {
            Evidence others = Evidence.ofOthersThanZero(survey, sample, grid);
            EntryJudge judgeOfOthers = judge.of(others);
            sparse.forEach(law -> judgeOfOthers.fitting(law).ifPresent(fitting::add));
        }
        named.forEach(law -> judge.fitting(law).ifPresent(fitting::add));
        Optional<FittingLaw> nearest =
                fitting.isEmpty() ? Optional.of(judge.nearest(named)) : Optional.empty();
        String law =
                notFinite() > 0 || survey.finite() < LawMatch.LEAST_COUNT
                        ? LawMatch.UNKNOWN
                        : fitting.isEmpty() ? LawMatch.TRAINED : fitting.getFirst().law().key();
        return new LawMatch(
                law,
                fitting,
                nearest,
                judge.shapes(),
                fitting.stream()
                        .findFirst()
                        .or(() -> nearest)
                        .map(FittingLaw::std)
                        .orElse(Double.NaN),
                notFinite());
    }

    private long notFinite() {
        return survey.count() - survey.finite();
    }

    private static LawMatch only(FittingLaw law) {
        return new LawMatch(
                law.law().key(), List.of(law), Optional.empty(), List.of(), law.std(), 0);
    }

    private LawMatch unknown() {
        return new LawMatch(
                LawMatch.UNKNOWN, List.of(), Optional.empty(), List.of(), Double.NaN, notFinite());
    }
}
