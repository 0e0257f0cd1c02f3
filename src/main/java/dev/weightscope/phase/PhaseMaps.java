package dev.weightscope.phase;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Activation;
import dev.weightscope.theory.CriticalCurve;
import dev.weightscope.theory.PhaseField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Maps that were asked for, the last ones kept. For use by one thread at a time.
final class PhaseMaps {
    private static final int KEPT = 9;

    /// What a partial answer leaves out.
    private static final int COARSER = 4;

    private final Kernel kernel;
    private final MemoryBudget.Claim memory;
    private final Map<Activation, PhaseField> fields = new LinkedHashMap<>(KEPT, 0.75f, true);
    private final Map<Key, PhaseGrid> grids = new LinkedHashMap<>(KEPT, 0.75f, true);

    private record Key(Activation activation, GridAxis weights, GridAxis biases) {}

    PhaseMaps(Kernel kernel, MemoryBudget memory) {
        this.kernel = kernel;
        this.memory = memory.open();
    }

    PhaseField field(Activation activation) {
        PhaseField field = fields.computeIfAbsent(activation, PhaseField::of);
        trim(fields);
        return field;
    }

    CriticalCurve line(Activation activation, PhaseSettings settings) {
        return CriticalCurve.of(
                field(activation).moments(), settings.weights().high(), settings.biases().high());
    }

    /// The map, if it is there.
    Optional<PhaseGrid> kept(Activation activation, PhaseSettings settings) {
        return Optional.ofNullable(grids.get(key(activation, settings)))
                .filter(each -> each.hasScale() || !settings.quantity().needsScale());
    }

    /// A few points of the map.
    PhaseGrid coarse(Activation activation, PhaseSettings settings, Cancellation cancellation) {
        return find(
                field(activation),
                settings.quantity(),
                settings.weights().coarser(COARSER),
                settings.biases().coarser(COARSER),
                cancellation);
    }

    PhaseGrid whole(Activation activation, PhaseSettings settings, Cancellation cancellation) {
        Optional<PhaseGrid> there = kept(activation, settings);
        if (there.isPresent()) {
            return there.get();
        }
        Key key = key(activation, settings);
        PhaseGrid half = grids.remove(key);
        long others = grids.values().stream().mapToLong(PhaseMaps::bytes).sum();
        long needed = PhaseGrid.bytes(settings);
        if (others + needed > memory.available()) {
            grids.clear();
            others = 0;
        }
        memory.take(
                new MemoryNeed(
                        "this map", List.of(new MemoryNeed.Part(others + needed, "fewer points"))));
        PhaseField field = field(activation);
        PhaseGrid grid =
                half == null
                        ? find(
                                field,
                                settings.quantity(),
                                settings.weights(),
                                settings.biases(),
                                cancellation)
                        : half.withScale(field, kernel, cancellation);
        grids.put(key, grid);
        trim(grids);
        return grid;
    }

    private PhaseGrid find(
            PhaseField field,
            PhaseQuantity quantity,
            GridAxis weights,
            GridAxis biases,
            Cancellation cancellation) {
        PhaseGrid grid = PhaseGrid.of(field, weights, biases, kernel, cancellation);
        return quantity.needsScale() ? grid.withScale(field, kernel, cancellation) : grid;
    }

    private static long bytes(PhaseGrid grid) {
        return 3L * Double.BYTES * grid.chi().length;
    }

    private static Key key(Activation activation, PhaseSettings settings) {
        return new Key(activation, settings.weights(), settings.biases());
    }

    private static void trim(Map<?, ?> kept) {
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    void rest() {
        grids.clear();
        fields.clear();
        memory.giveBack();
    }
}
