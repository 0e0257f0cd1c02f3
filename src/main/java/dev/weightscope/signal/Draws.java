package dev.weightscope.signal;

import java.util.ArrayList;
import java.util.List;

/// Draws of one network that differ in their seeds alone: the experiment's own, the next one, and
/// so on.
///
/// @param asked how many there are to be
/// @param done those that are known, the experiment's own first; at least that one
public record Draws(int asked, List<Draw> done) {
    public Draws {
        done = List.copyOf(done);
        if (done.isEmpty() || done.size() > asked) {
            throw new IllegalArgumentException("%d of %d draws".formatted(done.size(), asked));
        }
    }

    /// Whether more than the experiment's own is asked for.
    public boolean areSeveral() {
        return asked > 1;
    }

    /// Those beside the experiment's own.
    public List<Draw> others() {
        return done.subList(1, done.size());
    }

    Draws and(Draw next) {
        List<Draw> more = new ArrayList<>(done);
        more.add(next);
        return new Draws(asked, more);
    }
}
