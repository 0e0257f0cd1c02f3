package dev.weightscope.inspect;

import dev.weightscope.model.Law;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The laws of the catalogue that a tensor cannot be told apart from.
///
/// Laws that need no chance (constants, the identity, equal singular values, equal counts of zeros)
/// are named where they hold exactly, to the rounding of stored numbers, and nothing else is then.
/// The others draw entries one by one, with a scale that is given: by Kolmogorov's test (of at most
/// 2¹⁶ values, [ValueSample]), by the mean, the mean of squares, the largest magnitude and the
/// kurtosis of all values, and of a matrix by its largest singular value, which is too small where
/// singular values are too nearly equal. A law is named unless the least p-value, times the number
/// of tests and of laws tried (Bonferroni), is below [#LEVEL].
///
/// @param law the key of the first of `laws`; [#TRAINED] where none fits; [#UNKNOWN] where fewer
///   than [#LEAST_COUNT] numbers say too little, and where some are not finite: neither draws nor
///   training that works leave those
/// @param laws all that fit, the simplest first: with fewer settings that are not usual (a gain
///   that is not 1, the fan of the other layout), then a scale that follows from the shape before a
///   fixed one, then in the order of the catalogue. Equal laws are there under each of their names
/// @param nearest where none fits, the one of the least distance; empty where there are no numbers
/// @param shapes which shapes fit if the scale is free, whatever it is: their p-values are too
///   large rather than too small, as the scale is fitted
/// @param expectedStd of the first of `laws`, else of `nearest`, else NaN
/// @param notFinite how many values are infinite or NaN
public record LawMatch(
        String law,
        List<FittingLaw> laws,
        Optional<FittingLaw> nearest,
        List<Shape> shapes,
        double expectedStd,
        long notFinite) {
    public static final String TRAINED = "trained";
    public static final String UNKNOWN = "unknown";

    /// How seldom a tensor that a law has drawn is said not to be of it.
    public static final double LEVEL = 1e-4;

    /// Of fewer values the std is not known to a half at [#LEVEL]: its relative error is 1/√(2n),
    /// of which some five must fit into one half.
    public static final int LEAST_COUNT = 50;

    public LawMatch {
        laws = List.copyOf(laws);
        shapes = List.copyOf(shapes);
    }

    /// Judges a tensor.
    ///
    /// @param survey of all of its values
    /// @param grid that its values were rounded to
    /// @throws IllegalArgumentException if a role's matrix has another number of values
    public static LawMatch of(
            TensorValues values, TensorSurvey survey, TensorRole role, Grid grid) {
        if (role instanceof TensorRole.Weights(int rows, int columns, int _, int _)
                && (long) rows * columns != values.count()) {
            throw new IllegalArgumentException(
                    "%d x %d weights, but %d values".formatted(rows, columns, values.count()));
        }
        return new Matching(values, survey, role, grid).match();
    }

    /// Judges a tensor by one law, which somebody names.
    ///
    /// @param values those that this match is of
    /// @return the p-value, as that of a [FittingLaw]; 0 or 1 of a law that holds exactly or not at
    ///   all. Empty where fewer than [#LEAST_COUNT] numbers say too little, or values are not
    ///   finite
    public OptionalDouble pValue(
            TensorValues values, TensorSurvey survey, TensorRole role, Grid grid, Law named) {
        if (notFinite > 0) {
            return OptionalDouble.empty();
        }
        return switch (named) {
            case Law.Constant(double value) ->
                    holds(survey.min() == survey.max() && isNear(survey.min(), value));
            case Law.Identity(double scale) ->
                    holds(
                            laws.stream()
                                    .anyMatch(each ->
                                            each.law().law() instanceof Law.Identity(double own)
                                                    && isNear(own, scale)));
            case Law.Orthogonal(double scale) ->
                    holds(
                            laws.stream()
                                    .anyMatch(each ->
                                            each.law().law() instanceof Law.Orthogonal(double own)
                                                    && isNear(own, scale)));
            case Law.Normal _, Law.Uniform _, Law.TruncatedNormal _ ->
                    survey.finite() < LEAST_COUNT
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(
                                    new Matching(values, survey, role, grid).pValue(named));
            case Law.LayerSequential _, Law.Sparse _ -> OptionalDouble.empty();
            case Law.Custom _, Law.Loaded _ -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble holds(boolean does) {
        return OptionalDouble.of(does ? 1 : 0);
    }

    /// As single precision has it.
    private static boolean isNear(double found, double named) {
        return Math.abs(found - named) <= 1e-3 * Math.abs(named);
    }
}
