package dev.weightscope.weights;

import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.TensorChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The layers that matrices of a file would become, from what the file tells of them: no value is
/// read.
///
/// @param tensors in order, each with its layout
/// @param widths of the input, then of each layer
public record LayerPlan(TensorChoice tensors, LayerWidths.Listed widths) {
    /// @param source of the file, for sentences
    /// @throws Refusal in one sentence, as [LayerFiles#read]
    public static LayerPlan of(String source, List<Tensor> tensors, TensorChoice choice) {
        return of(matrices(source, tensors, choice));
    }

    /// Why a tensor cannot be a layer, in one sentence; empty where it can.
    public static Optional<String> whyNoLayer(Tensor tensor) {
        return LayerOrder.whyNoLayer(tensor)
                .or(() ->
                        tensor.type().isPresent()
                                ? Optional.empty()
                                : Optional.of(
                                        "the values of %s cannot be read: they are %s"
                                                .formatted(
                                                        Quoted.value(tensor.name()),
                                                        tensor.dtype())));
    }

    /// @throws Refusal if there are no such matrices, or they do not join
    static List<LayerOrder.Matrix> matrices(
            String source, List<Tensor> tensors, TensorChoice choice) {
        List<LayerOrder.Matrix> matrices = new LayerOrder(Quoted.path(source), tensors).of(choice);
        for (int i = 0; i < matrices.size(); i++) {
            LayerOrder.Matrix matrix = matrices.get(i);
            requireWidths(matrix);
            if (i > 0) {
                LayerOrder.Matrix before = matrices.get(i - 1);
                LoadedWeights.requireJoined(
                        before.tensor().name(), before.out(), matrix.tensor().name(), matrix.in());
            }
        }
        return matrices;
    }

    private static LayerPlan of(List<LayerOrder.Matrix> matrices) {
        List<TensorChoice.Named> names = new ArrayList<>();
        List<Integer> widths = new ArrayList<>(List.of((int) matrices.getFirst().in()));
        for (LayerOrder.Matrix matrix : matrices) {
            names.add(TensorChoice.Named.of(matrix.tensor().name(), matrix.layout()));
            widths.add((int) matrix.out());
        }
        return new LayerPlan(new TensorChoice(names), new LayerWidths.Listed(widths));
    }

    private static void requireWidths(LayerOrder.Matrix matrix) {
        if (Math.max(matrix.in(), matrix.out()) > LayerWidths.MAX_WIDTH) {
            throw new Refusal(
                    "%s is %d x %d; a layer takes and gives %d values at most"
                            .formatted(
                                    Quoted.value(matrix.tensor().name()),
                                    matrix.tensor().shape().get(0),
                                    matrix.tensor().shape().get(1),
                                    LayerWidths.MAX_WIDTH));
        }
    }
}
