package dev.weightscope.signal;

import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is known of other draws of the experiments that were asked about last: more draws of one of
/// them cost the new ones alone.
final class KeptSpreads {
    /// The live setting, and as many as can be pinned beside it.
    private static final int EXPERIMENTS = 9;

    /// Three doubles, the object's head and what points to it.
    private static final long BYTES_OF_SPREADS = 48;

    private final MemoryBudget.Claim memory;
    private final Map<Key, Of> known = new LinkedHashMap<>(16, 0.75f, true);

    /// All that decides what is kept: not where the bins of histograms lie.
    private record Key(Experiment experiment, boolean hasGradients) {}

    KeptSpreads(MemoryBudget memory) {
        this.memory = memory.open();
    }

    /// The draws of one experiment beside its own.
    static final class Of {
        private final long bytesOfADraw;
        private final List<Draw> draws = new ArrayList<>();
        private int room;

        private Of(long bytesOfADraw) {
            this.bytesOfADraw = bytesOfADraw;
        }

        /// The first of them that are known.
        List<Draw> draws(int atMost) {
            return List.copyOf(draws.subList(0, Math.min(atMost, draws.size())));
        }

        /// @param next of the seed behind the last one
        void add(Draw next) {
            draws.add(next);
        }

        private long bytes() {
            return bytesOfADraw * Math.max(room, draws.size());
        }
    }

    /// What is known of an experiment, with room for all that is asked for.
    ///
    /// @param first its own draw
    /// @throws Refusal with figures and remedy, if there is no room
    Of of(Snapshot first, int asked) {
        Key key = new Key(first.experiment().withBinning(Binning.DEFAULT), first.hasGradients());
        int directions = first.hasGradients() ? 2 : 1;
        Of of =
                known.computeIfAbsent(
                        key,
                        _ -> new Of(BYTES_OF_SPREADS * directions * (1 + first.layers().size())));
        of.room = asked - 1;
        if (known.size() > EXPERIMENTS) {
            known.remove(known.keySet().iterator().next());
        }
        try {
            claim();
        } catch (Refusal _) {
            known.keySet().removeIf(each -> !each.equals(key));
            claim();
        }
        return of;
    }

    private void claim() {
        long bytes = known.values().stream().mapToLong(Of::bytes).sum();
        memory.take(new MemoryNeed("the list of draws", bytes, "fewer draws"));
    }
}
