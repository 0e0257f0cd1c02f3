package dev.weightscope.ui.inspect;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.inspect.TensorDifference;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.model.Keyed;
import dev.weightscope.report.TensorReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What a line of the table tells of a tensor.
enum TensorColumn implements Keyed {
    LAYER("layer", "layer", "its place among the layers to be sent to a lab", 50, 0, Kind.ALONE) {
        @Override
        String text(TensorRow row) {
            return "";
        }

        @Override
        Comparator<TensorRow> order() {
            return Comparator.comparingInt(TensorRow::place);
        }
    },
    NAME("name", "tensor", "as the file calls it", 118, 0, Kind.ALWAYS) {
        @Override
        String text(TensorRow row) {
            return row.name();
        }

        @Override
        Comparator<TensorRow> order() {
            return Comparator.comparing(TensorRow::name);
        }
    },
    SHAPE(
            "shape",
            "shape",
            "sizes of the dimensions, the last one contiguous",
            98,
            0,
            Kind.ALWAYS) {
        @Override
        String text(TensorRow row) {
            String here = shape(row.report());
            return row.pair().hasTwoShapes()
                    ? here + " / " + row.pair().other().map(TensorColumn::shape).orElse("")
                    : here;
        }

        @Override
        Comparator<TensorRow> order() {
            return Comparator.comparingLong(row -> row.report().tensor().count());
        }
    },
    FANS("fans", "in → out", "connections of each output and of each input", 92, 904, Kind.ALONE) {
        @Override
        String text(TensorRow row) {
            return row.report()
                    .fans()
                    .map(fans -> "%d → %d".formatted(fans.in(), fans.out()))
                    .orElse("");
        }

        @Override
        Comparator<TensorRow> order() {
            return Comparator.comparingLong(
                    row -> row.report().fans().map(fans -> fans.in()).orElse(0L));
        }
    },
    STD("std", "std", "of all finite values", 62, 0, Kind.ALWAYS) {
        @Override
        String text(TensorRow row) {
            return number(row.survey(TensorSurvey::std));
        }

        @Override
        Comparator<TensorRow> order() {
            return by(row -> row.survey(TensorSurvey::std));
        }
    },
    EXPECTED(
            "expected",
            "expected",
            "the std of the law that it looks like, or of the nearest",
            74,
            812,
            Kind.ALONE) {
        @Override
        String text(TensorRow row) {
            return number(row.expectedStd());
        }

        @Override
        Comparator<TensorRow> order() {
            return by(TensorRow::expectedStd);
        }
    },
    RATIO("ratio", "ratio", "std : expected std", 68, 0, Kind.ALONE) {
        @Override
        String text(TensorRow row) {
            return times(row.ratio());
        }

        @Override
        Comparator<TensorRow> order() {
            return byKnown(row -> Math.abs(Math.log(row.ratio())));
        }
    },
    KURTOSIS(
            "kurtosis",
            "kurtosis",
            "excess: 0 for a normal law, −1.2 for a uniform one, −0.63 for one cut at 2 std",
            66,
            734,
            Kind.ALONE) {
        @Override
        String text(TensorRow row) {
            double kurtosis = Math.rint(row.survey(TensorSurvey::kurtosis) * 100) / 100;
            return (kurtosis > 0 ? "+" : "") + number(kurtosis);
        }

        @Override
        Comparator<TensorRow> order() {
            return by(row -> row.survey(TensorSurvey::kurtosis));
        }
    },
    ZEROS("zeros", "zeros", "the share of values that are exactly 0", 64, 1052, Kind.ALONE) {
        @Override
        String text(TensorRow row) {
            double share = row.survey(each -> (double) each.zeros() / each.count());
            return Double.isNaN(share) || share == 0 ? "" : NumberText.percent(share);
        }

        @Override
        Comparator<TensorRow> order() {
            return by(row -> row.survey(each -> (double) each.zeros() / each.count()));
        }
    },
    NOT_FINITE(
            "not-finite", "not finite", "values that are infinite or NaN", 84, 1052, Kind.ALONE) {
        @Override
        String text(TensorRow row) {
            double count = row.survey(each -> (double) (each.infinite() + each.nan()));
            return count > 0 ? String.format(Locale.ROOT, "%,d", (long) count) : "";
        }

        @Override
        Comparator<TensorRow> order() {
            return by(row -> row.survey(each -> (double) (each.infinite() + each.nan())));
        }
    },
    OTHER_STD("other-std", "other std", "in the second file", 82, 0, Kind.COMPARED) {
        @Override
        String text(TensorRow row) {
            return number(row.other(TensorSurvey::std));
        }

        @Override
        Comparator<TensorRow> order() {
            return by(row -> row.other(TensorSurvey::std));
        }
    },
    STD_RATIO("std-ratio", "ratio", "other std : std", 70, 0, Kind.COMPARED) {
        @Override
        String text(TensorRow row) {
            return times(row.other(TensorSurvey::std) / row.survey(TensorSurvey::std));
        }

        @Override
        Comparator<TensorRow> order() {
            return by(row -> row.other(TensorSurvey::std) / row.survey(TensorSurvey::std));
        }
    },
    MOVED(
            "moved",
            "distance",
            "root mean square of the differences, in parts of the first's own",
            76,
            0,
            Kind.COMPARED) {
        @Override
        String text(TensorRow row) {
            return number(row.difference(TensorDifference::relative));
        }

        @Override
        Comparator<TensorRow> order() {
            return byKnown(row -> row.difference(TensorDifference::relative));
        }
    },
    ANGLE("angle", "angle", "between the two as vectors", 70, 0, Kind.COMPARED) {
        @Override
        String text(TensorRow row) {
            double degrees = row.difference(TensorDifference::degrees);
            return Double.isNaN(degrees) ? "" : number(degrees) + "°";
        }

        @Override
        Comparator<TensorRow> order() {
            return by(row -> row.difference(TensorDifference::degrees));
        }
    },
    VALUES("values", "values", "their histogram", 66, 0, Kind.ALWAYS) {
        @Override
        String text(TensorRow row) {
            return "";
        }

        @Override
        Comparator<TensorRow> order() {
            return Comparator.comparingInt(TensorRow::place);
        }
    },
    LIKENESS(
            "likeness",
            "looks like",
            "the laws that it cannot be told apart from, the simplest first",
            198,
            0,
            Kind.ALWAYS) {
        @Override
        String text(TensorRow row) {
            return LikenessText.headline(row.report());
        }

        @Override
        Comparator<TensorRow> order() {
            return Comparator.comparing(row -> LikenessText.headline(row.report()));
        }
    },
    OTHER_LIKENESS(
            "other-likeness",
            "other looks like",
            "the same of the second file's",
            150,
            1040,
            Kind.COMPARED) {
        @Override
        String text(TensorRow row) {
            return row.pair().other().map(LikenessText::headline).orElse("");
        }

        @Override
        Comparator<TensorRow> order() {
            return Comparator.comparing(this::text);
        }
    };

    private static final int DIGITS = 3;
    private static final double LEAST_FOR_BOTH = 940;

    private static final double ROOMY = 1.6;

    private final String key;
    private final String label;
    private final String help;
    private final double width;
    private final double leastTableWidth;
    private final Kind kind;

    /// When a column is there.
    enum Kind {
        ALWAYS,
        /// Of one file.
        ALONE,
        /// Of two.
        COMPARED
    }

    TensorColumn(
            String key,
            String label,
            String help,
            double width,
            double leastTableWidth,
            Kind kind) {
        this.key = key;
        this.label = label;
        this.help = help;
        this.width = width;
        this.leastTableWidth = leastTableWidth;
        this.kind = kind;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    String help() {
        return help;
    }

    /// At least; the name and the likeness take what is left.
    double width() {
        return width;
    }

    /// With room for whole names of laws, several of them.
    double roomyWidth() {
        return switch (this) {
            case LIKENESS, OTHER_LIKENESS -> ROOMY * width;
            default -> width;
        };
    }

    /// In a narrower table of one file it is left out: the panel beside it tells it of the selected
    /// tensor. Where there are two, shapes and ratios give way first.
    boolean hasRoom(double tableWidth, boolean isComparing) {
        return tableWidth
                >= (isComparing && (this == SHAPE || this == STD_RATIO)
                        ? LEAST_FOR_BOTH
                        : leastTableWidth);
    }

    Kind kind() {
        return kind;
    }

    abstract String text(TensorRow row);

    /// Unknown numbers last, in the direction that is usual.
    abstract Comparator<TensorRow> order();

    boolean isNumber() {
        return switch (this) {
            case LAYER, NAME, SHAPE, FANS, VALUES, LIKENESS, OTHER_LIKENESS -> false;
            case STD, EXPECTED, RATIO, KURTOSIS, ZEROS, NOT_FINITE -> true;
            case OTHER_STD, STD_RATIO, MOVED, ANGLE -> true;
        };
    }

    private static Comparator<TensorRow> by(ToDoubleFunction<TensorRow> number) {
        return Comparator.comparingDouble(number);
    }

    /// For what is looked at from the largest number on.
    private static Comparator<TensorRow> byKnown(ToDoubleFunction<TensorRow> number) {
        return by(row -> {
            double value = number.applyAsDouble(row);
            return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
        });
    }

    /// Of more than two dimensions in fewer characters.
    private static String shape(TensorReport report) {
        List<Long> shape = report.tensor().shape();
        return shape.isEmpty()
                ? "1 number"
                : shape.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(shape.size() > 2 ? "×" : " × "));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : NumberText.significant(value, DIGITS);
    }

    private static String times(double ratio) {
        return Double.isNaN(ratio) ? "" : "×" + NumberText.steady(ratio, DIGITS);
    }
}
