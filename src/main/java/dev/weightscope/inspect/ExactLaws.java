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
            TensorValues values, TensorSurvey survey, TensorRole.Weights role) {
        int shorter = Math.min(role.rows(), role.columns());
        if (shorter < 2 || survey.zeros() != survey.count() - shorter) {
            return Optional.empty();
        }
        double[] first = new double[1];
        double[] own = new double[1];
        values.read(0, 1, first);
        for (int i = 0; i < shorter; i++) {
            values.read(i * (role.columns() + 1L), 1, own);
            if (own[0] == 0 || own[0] != first[0]) {
                return Optional.empty();
            }
        }
        Law law = new Law.Identity(first[0]);
        double variance = law.variance(role.rows(), role.columns());
        return Optional.of(exact(InitializerScheme.IDENTITY, first[0], law, Math.sqrt(variance)));
    }

    /// Equal singular values, whatever they are: the gain is the usual one that they are, or what
    /// they are.
    static Optional<FittingLaw> orthogonal(
            TensorValues values, TensorSurvey survey, TensorRole.Weights role, Grid grid) {
        double squares = survey.rms() * survey.rms() * survey.count();
        Isometry isometry = new Isometry(values, role.rows(), role.columns(), squares);
        double rounding = ORTHOGONAL_ROUNDING + 8 * grid.relative();
        if (Math.min(role.rows(), role.columns()) < 2 || !isometry.holds(rounding)) {
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
