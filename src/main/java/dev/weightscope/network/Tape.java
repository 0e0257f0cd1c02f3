package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Matrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// What the way back needs of the way there: pre-activations of layers, from which their
/// activations can be computed again, bit for bit; and outputs, where they are sums with what
/// skipped a branch, or where the way there is to be taken up again. Arrays that are no longer
/// needed are used again for what is as long: a longer one would take more memory than was planned.
///
/// Layers count from 1.
public final class Tape {
    private final Map<Integer, FMatrixRMaj> preActivations = new HashMap<>();
    private final Map<Integer, FMatrixRMaj> outputs = new HashMap<>();
    private final Map<Integer, FMatrixRMaj> lent = new HashMap<>();
    private final List<FMatrixRMaj> free = new ArrayList<>();

    /// Whether a layer's output is here, or can be computed from what is.
    public boolean holds(int layer) {
        return preActivations.containsKey(layer) || outputs.containsKey(layer);
    }

    /// samples × units; null where it is not kept.
    @Nullable FMatrixRMaj output(int layer) {
        return outputs.get(layer);
    }

    /// Of a layer that is on the tape: samples × units.
    public Matrix preActivations(int layer) {
        FMatrixRMaj kept = preActivations.getOrDefault(layer, lent.get(layer));
        return Matrices.view(Objects.requireNonNull(kept));
    }

    /// Makes room for a layer's pre-activations.
    ///
    /// @return samples × units, of any values
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    FMatrixRMaj roomForPreActivation(
            int layer, int samples, int units, LargeArrays arrays, Cancellation cancellation) {
        return room(preActivations, layer, samples, units, arrays, cancellation);
    }

    /// Keeps a layer's output.
    ///
    /// @param output not modified
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted; it is not
    ///   kept then
    void keepOutput(int layer, Matrix output, LargeArrays arrays, Cancellation cancellation) {
        FMatrixRMaj room =
                room(outputs, layer, output.rows(), output.columns(), arrays, cancellation);
        try {
            WorkSpace.copy(output.values(), room.data, output.size(), cancellation);
        } catch (CancelledException cancelled) {
            outputs.remove(layer);
            free.add(room);
            throw cancelled;
        }
    }

    /// Takes a layer's pre-activations from someone else's array, for as long as that holds them.
    void lend(int layer, FMatrixRMaj preActivation) {
        lent.put(layer, preActivation);
    }

    /// Forgets what was lent of a layer.
    public void takeBack(int layer) {
        lent.remove(layer);
    }

    private FMatrixRMaj room(
            Map<Integer, FMatrixRMaj> kept,
            int layer,
            int samples,
            int units,
            LargeArrays arrays,
            Cancellation cancellation) {
        int elements = Math.multiplyExact(samples, units);
        FMatrixRMaj known = kept.remove(layer);
        if (known != null) {
            free.add(known);
        }
        FMatrixRMaj room =
                free.stream().filter(each -> each.data.length == elements).findFirst().orElse(null);
        if (room == null) {
            free.clear(); // or what does not fit would be there beside what replaces it
            room = new FMatrixRMaj();
            room.setData(arrays.allocate(elements, cancellation));
        } else {
            free.remove(room);
        }
        room.reshape(samples, units);
        kept.put(layer, room);
        return room;
    }

    /// Forgets what is kept of layers; their arrays stay for others.
    public void forget(int first, int last) {
        lent.keySet().removeIf(layer -> first <= layer && layer <= last);
        free(preActivations, first, last);
        free(outputs, first, last);
    }

    /// Forgets the output of a layer.
    public void forgetOutput(int layer) {
        free(outputs, layer, layer);
    }

    private void free(Map<Integer, FMatrixRMaj> kept, int first, int last) {
        kept.entrySet()
                .removeIf(entry -> {
                    boolean isMeant = first <= entry.getKey() && entry.getKey() <= last;
                    return isMeant && free.add(entry.getValue());
                });
    }

    /// Bytes that are allocated.
    public long bytes() {
        return Stream.of(preActivations.values(), outputs.values(), free)
                .flatMap(each -> each.stream())
                .mapToLong(each -> (long) Float.BYTES * each.data.length)
                .sum();
    }

    /// Gives back all memory.
    public void release() {
        preActivations.clear();
        lent.clear();
        outputs.clear();
        free.clear();
    }
}
