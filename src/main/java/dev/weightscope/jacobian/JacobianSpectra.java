package dev.weightscope.jacobian;

import dev.weightscope.engine.ExperimentWeights;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerPlace;
import java.util.Iterator;
import java.util.List;

/// Computes spectra, layer after layer.
public final class JacobianSpectra {
    /// A weight matrix whose shorter side is longer takes minutes, and gets no spectrum.
    public static final int LONGEST_SHORTER_SIDE = 2048;

    private final Kernel kernel;

    public JacobianSpectra(Kernel kernel) {
        this.kernel = kernel;
    }

    /// Who is told of what is found, on the thread of the call.
    public interface Listener {
        /// A layer is about to be computed.
        default void layer(int layer) {}

        /// Whether spectra of weight matrices are wanted too.
        default boolean wantsWeights() {
            return true;
        }

        /// Of each depth that is asked for, in order.
        void depth(DepthSpectrum found);

        /// Of each layer in order, as far as its matrix is not [too large][#LONGEST_SHORTER_SIDE].
        default void weights(WeightSpectrum found) {}
    }

    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    /// @throws dev.weightscope.model.Refusal if a custom initializer fails
    public void compute(JacobianQuestion question, Cancellation cancellation, Listener listener) {
        Experiment experiment = question.experiment();
        int width = experiment.inputWidth();
        double[][] samples =
                rows(
                        ExperimentWeights.input(
                                experiment,
                                question.firstSample() + question.samples(),
                                kernel,
                                cancellation),
                        question.firstSample(),
                        question.samples(),
                        width);
        TangentWalk walk =
                new TangentWalk(
                        experiment,
                        samples,
                        question.first() - question.firstSample(),
                        question.inputs(),
                        kernel);
        Decompositions decompositions = new Decompositions(kernel, cancellation);
        Iterator<LayerPlace> places = experiment.places().iterator();
        ExperimentWeights.draw(
                experiment,
                kernel,
                cancellation,
                (weights, bias) -> {
                    LayerPlace place = places.next();
                    listener.layer(place.layer());
                    double[][] matrix = rows(weights, 0, place.fanIn(), place.fanOut());
                    int rank = WeightRank.atMost(matrix, place.fanOut());
                    walk.through(place, matrix, bias, rank, cancellation);
                    if (question.depths().contains(place.layer())) {
                        decompositions.add(place, walk.tangents(), listener);
                    }
                    if (listener.wantsWeights()
                            && Math.min(place.fanIn(), place.fanOut()) <= LONGEST_SHORTER_SIDE) {
                        decompositions.add(
                                place.layer(),
                                place.fanIn(),
                                place.fanOut(),
                                matrix,
                                rank,
                                listener::weights);
                    }
                    decompositions.run(kernel.threads());
                });
        decompositions.run(1);
    }

    private static double[][] rows(float[] values, int first, int count, int columns) {
        double[][] rows = new double[count][columns];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < columns; j++) {
                rows[i][j] = values[(first + i) * columns + j];
            }
        }
        return rows;
    }

    /// The depths of an experiment that have a Jacobian of their own, see
    /// [Experiment#streamLayers].
    public static List<Integer> depths(Experiment experiment) {
        return experiment.streamLayers();
    }
}
