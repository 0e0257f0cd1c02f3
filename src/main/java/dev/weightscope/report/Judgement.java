package dev.weightscope.report;

import dev.weightscope.inspect.Grid;
import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.TensorRole;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Law;
import dev.weightscope.model.Layout;
import dev.weightscope.weights.DeclaredInitializer;
import dev.weightscope.weights.ElementType;
import dev.weightscope.weights.Fans;
import dev.weightscope.weights.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Compares a tensor of a file with the laws it may be drawn from.
final class Judgement {
    private Judgement() {}

    /// @param type of the tensor's values
    /// @param cancellation ends it with a [dev.weightscope.kernel.CancelledException]
    static LawMatch of(
            Tensor tensor,
            ElementType type,
            Optional<Fans> fans,
            TensorSurvey survey,
            Cancellation cancellation) {
        FileValues values = new FileValues(tensor, cancellation);
        return LawMatch.of(values, survey, role(tensor, fans), grid(tensor, type, survey));
    }

    /// Holds the tensor against what its file says that it was drawn by.
    ///
    /// @param match of the same tensor
    static Declared declared(
            DeclaredInitializer initializer,
            Tensor tensor,
            ElementType type,
            Optional<Fans> fans,
            TensorSurvey survey,
            LawMatch match,
            Cancellation cancellation) {
        Optional<Law> law = KerasLaw.of(initializer, fans);
        OptionalDouble pValue =
                law.map(each ->
                                match.pValue(
                                        new FileValues(tensor, cancellation),
                                        survey,
                                        role(tensor, fans),
                                        grid(tensor, type, survey),
                                        each))
                        .orElseGet(OptionalDouble::empty);
        Optional<Boolean> fits =
                pValue.isPresent()
                        ? Optional.of(pValue.getAsDouble() >= LawMatch.LEVEL)
                        : Optional.empty();
        return new Declared(initializer, law, pValue, fits);
    }

    /// What is too large for a matrix with an int for each size is no layer that is known.
    static TensorRole role(Tensor tensor, Optional<Fans> fans) {
        return fans.filter(each -> isSize(each.in()) && isSize(each.out()))
                .map(each -> role(tensor.shape(), tensor.count(), each))
                .orElseGet(TensorRole.Other::new);
    }

    private static TensorRole role(List<Long> shape, long count, Fans fans) {
        int in = (int) fans.in();
        if (shape.size() == 1) {
            return new TensorRole.Bias(in);
        }
        long side = fans.layout() == Layout.OUT_IN ? shape.getFirst() : shape.getLast();
        long other = count / side;
        if (!isSize(side) || !isSize(other)) {
            return new TensorRole.Other();
        }
        int out = (int) fans.out();
        return switch (fans.layout()) {
            case OUT_IN -> new TensorRole.Weights((int) side, (int) other, in, out);
            case IN_OUT -> new TensorRole.Weights((int) other, (int) side, in, out);
        };
    }

    private static boolean isSize(long number) {
        return number >= 1 && number <= Integer.MAX_VALUE;
    }

    /// Quantized numbers share a scale, of half precision, with the largest of their block, which
    /// is at most the largest of all.
    private static Grid grid(Tensor tensor, ElementType type, TensorSurvey survey) {
        OptionalInt levels = tensor.levels();
        double largest = survey.largest();
        return levels.isPresent() && largest > 0
                ? new Grid(Grid.FLOAT16.relative(), largest / (2.0 * levels.getAsInt()))
                : grid(type);
    }

    /// Half of the distance between neighbours: of floating point, by the bits of the mantissa and
    /// the least number; of integers, one half.
    private static Grid grid(ElementType type) {
        return switch (type) {
            case F64 -> Grid.FLOAT64;
            case F32 -> Grid.FLOAT32;
            case F16 -> Grid.FLOAT16;
            case BF16 -> Grid.BFLOAT16;
            case F8_E4M3 -> new Grid(0x1p-4, 0x1p-10);
            case F8_E4M3FNUZ -> new Grid(0x1p-4, 0x1p-11);
            case F8_E5M2 -> new Grid(0x1p-3, 0x1p-17);
            case F8_E5M2FNUZ -> new Grid(0x1p-3, 0x1p-18);
            case F8_E8M0 -> new Grid(0x1p-1, 0);
            case I64, I32, I16, I8, U64, U32, U16, U8, BOOL -> Grid.ofStep(1);
        };
    }
}
