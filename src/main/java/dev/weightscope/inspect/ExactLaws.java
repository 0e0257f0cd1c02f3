package dev.weightscope.inspect;

import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Law;
import java.util.List;
import java.util.Optional;

/// The laws that hold exactly or not at all.
final class ExactLaws {
    /// Beside the rounding of stored numbers, that of an orthogonalization in single precision.
    private static final double ORTHOGONAL_ROUNDING = 3e-4;

    /// A gain that is found from rounded numbers.
    private static final double SAME_GAIN = 1e-3;

    private ExactLaws() {}

    /// All values equal.
    static Optional<FittingLaw> constant(TensorSurvey survey) {
        double value = survey.min();
        if (survey.min() != survey.max() || survey.finite() < survey.count()) {
            return Optional.empty();
        }
        InitializerScheme scheme =
                value == 0 ? InitializerScheme.ZEROS : InitializerScheme.CONSTANT;
        return Optional.of(exact(scheme, 1, new Law.Constant(value), 0));
    }

    /// One number on the main diagonal, 0 elsewhere.
    static Optional<FittingLaw> identity(
            TensorSurvey survey, TensorRole.Weights role, Structure structure) {
        int shorter = Math.min(role.rows(), role.columns());
        double scale = structure.diagonal();
        if (shorter < 2 || survey.zeros() != survey.count() - shorter || !(scale != 0)) {
            return Optional.empty();
        }
        Law law = new Law.Identity(scale);
        double variance = law.variance(role.rows(), role.columns());
        return Double.isNaN(scale)
                ? Optional.empty()
                : Optional.of(exact(InitializerScheme.IDENTITY, scale, law, Math.sqrt(variance)));
    }

    /// Equal singular values, whatever they are: the gain is the usual one that they are, or what
    /// they are.
    static Optional<FittingLaw> orthogonal(
            TensorRole.Weights role, Structure structure, Grid grid) {
        Isometry isometry = structure.isometry();
        double rounding = ORTHOGONAL_ROUNDING + 8 * grid.relative();
        if (Math.min(role.rows(), role.columns()) < 2 || !(isometry.deviation() <= rounding)) {
            return Optional.empty();
        }
        double found = isometry.scale();
        double gain = nearestOf(Catalogue.gains(), found);
        double scale = Math.abs(gain / found - 1) < SAME_GAIN + grid.relative() ? gain : found;
        Law law = new Law.Orthogonal(scale);
        return Optional.of(
                exact(
                        InitializerScheme.ORTHOGONAL,
                        scale,
                        law,
                        Math.sqrt(law.variance(role.rows(), role.columns()))));
    }

    private static double nearestOf(List<Double> gains, double found) {
        double nearest = gains.getFirst();
        for (double gain : gains) {
            nearest = Math.abs(gain - found) < Math.abs(nearest - found) ? gain : nearest;
        }
        return nearest;
    }

    private static FittingLaw exact(InitializerScheme scheme, double gain, Law law, double std) {
        NamedLaw named = new NamedLaw(scheme.key(), scheme.label(), gain, Optional.empty(), law);
        return new FittingLaw(named, std, 0, 1);
    }
}
