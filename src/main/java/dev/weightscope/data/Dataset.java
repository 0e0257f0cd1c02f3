package dev.weightscope.data;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Scaling;
import java.util.List;

/// Rows of numbers with what is to be learnt of each.
///
/// @param table the features: rows × columns, standardized over all rows to mean 0 and population
///   std 1, constant columns 0
/// @param features their names, in order
/// @param targetName what is learnt: `species`
/// @param target of each row
public record Dataset(DataTable table, List<String> features, String targetName, Target target) {
    /// What is to be learnt.
    public sealed interface Target {
        int rows();

        /// One of some classes.
        ///
        /// @param labels of the classes, at least two: numbers in ascending order, words in that of
        ///   their first rows
        /// @param classes of each row, counted from 0; not to be modified
        record Classes(List<String> labels, int[] classes) implements Target {
            public Classes {
                labels = List.copyOf(labels);
            }

            @Override
            public int rows() {
                return classes.length;
            }
        }

        /// A number.
        ///
        /// @param values of each row; not to be modified
        /// @param isStandardized whether they have mean 0 and population std 1, or are all 0; else
        ///   they are as in the file
        record Values(float[] values, boolean isStandardized) implements Target {
            /// As a scaling of the inputs says: a quantity in thousands, or in millionths, is
            /// learnt as slowly as inputs of that size are. To divide pixels by 255 is no reason to
            /// divide what they show.
            ///
            /// @param values not modified
            static Values of(double[] values, Scaling scaling, Cancellation cancellation) {
                boolean isStandardized = scaling == Scaling.STANDARD;
                return new Values(
                        ColumnScaling.of(
                                List.of(values),
                                isStandardized ? Scaling.STANDARD : Scaling.NONE,
                                cancellation),
                        isStandardized);
            }

            @Override
            public int rows() {
                return values.length;
            }
        }
    }

    public Dataset {
        features = List.copyOf(features);
        if (target.rows() != table.rows() || features.size() != table.columns()) {
            throw new IllegalArgumentException(
                    "%d targets and %d names for %s"
                            .formatted(target.rows(), features.size(), table));
        }
        if (target instanceof Target.Classes(var labels, _) && labels.size() < 2) {
            throw new Refusal(
                    "%s: the target %s has one class alone; it needs at least two"
                            .formatted(table.source(), targetName));
        }
    }

    /// The data set's name: a path, or a key.
    public String name() {
        return table.source();
    }

    /// What is learnt: `species, 3 classes`, `price, a number, standardized`.
    public String targetText() {
        return switch (target) {
            case Target.Classes(var labels, _) ->
                    "%s, %d classes".formatted(Quoted.value(targetName), labels.size());
            case Target.Values(_, boolean isStandardized) ->
                    Quoted.value(targetName)
                            + ", a number"
                            + (isStandardized ? ", standardized" : "");
        };
    }

    /// A copy of the features, row by row.
    public float[] values() {
        float[] values = new float[table.rows() * table.columns()];
        table.copyValues(0, values.length, values);
        return values;
    }
}
