package dev.weightscope.jacobian;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.linear.SingularValues;
import dev.weightscope.model.LayerPlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Matrices whose singular values are wanted, decomposed one for each thread as soon as there are
/// enough.
final class Decompositions {
    private final Kernel kernel;
    private final Cancellation cancellation;
    private final List<Runnable> tasks = new ArrayList<>();
    private final List<Runnable> answers = new ArrayList<>();

    Decompositions(Kernel kernel, Cancellation cancellation) {
        this.kernel = kernel;
        this.cancellation = cancellation;
    }

    /// The Jacobians of a layer, one for each input.
    void add(LayerPlace place, List<Tangent> tangents, JacobianSpectra.Listener listener) {
        int inputs = tangents.size();
        double[][] found = new double[inputs][];
        for (int i = 0; i < inputs; i++) {
            int input = i;
            Tangent tangent = tangents.get(i);
            double[][] rows = tangent.copy();
            int shorter = Math.min(tangent.width(), tangent.columns());
            tasks.add(() ->
                    found[input] =
                            bounded(
                                    SingularValues.of(rows, tangent.columns(), cancellation),
                                    shorter,
                                    tangent.rank()));
        }
        long[] exponents = tangents.stream().mapToLong(Tangent::exponent).toArray();
        int[] ranks =
                tangents.stream()
                        .mapToInt(each ->
                                Math.min(each.rank(), Math.min(each.width(), each.columns())))
                        .toArray();
        int longer = Math.max(place.fanOut(), tangents.getFirst().columns());
        answers.add(() ->
                listener.depth(new DepthSpectrum(place.layer(), found, exponents, ranks, longer)));
    }

    /// A layer's weights.
    ///
    /// @param layer counted from 1
    /// @param weights fanIn × fanOut; overwritten when they are decomposed
    /// @param rank that they have at most
    void add(
            int layer,
            int fanIn,
            int fanOut,
            double[][] weights,
            int rank,
            Consumer<WeightSpectrum> taker) {
        double[] std = new double[1];
        double[][] found = new double[1][];
        int shorter = Math.min(fanIn, fanOut);
        tasks.add(() -> {
            std[0] = std(weights);
            double[] values = SingularValues.of(weights, fanOut, cancellation);
            found[0] = bounded(values, shorter, rank);
        });
        answers.add(() -> taker.accept(new WeightSpectrum(layer, fanIn, fanOut, std[0], found[0])));
    }

    /// @return as many as there are directions, those beyond the rank exactly 0
    private static double[] bounded(double[] values, int size, int rank) {
        double[] bounded = Arrays.copyOf(values, size);
        if (rank < size) {
            Arrays.fill(bounded, rank, size, 0);
        }
        return bounded;
    }

    private static double std(double[][] rows) {
        double sum = 0;
        double count = 0;
        for (double[] row : rows) {
            sum += Arrays.stream(row).sum();
            count += row.length;
        }
        double mean = sum / count;
        double squares = 0;
        for (double[] row : rows) {
            for (double value : row) {
                squares += (value - mean) * (value - mean);
            }
        }
        return Math.sqrt(squares / count);
    }

    /// Decomposes what there is and tells what was found.
    ///
    /// @param least so many matrices that it is worth it
    void run(int least) {
        if (tasks.size() < least) {
            return;
        }
        List<Runnable> now = List.copyOf(tasks);
        tasks.clear();
        kernel.share(now.size(), cancellation, task -> now.get(task).run());
        answers.forEach(Runnable::run);
        answers.clear();
    }
}
