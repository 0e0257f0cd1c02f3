package dev.weightscope.weights;

import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is found at the first asking; the others wait for it.
final class Once implements Supplier<MemorySegment> {
    private final Supplier<MemorySegment> finding;
    private @Nullable MemorySegment found;

    Once(Supplier<MemorySegment> finding) {
        this.finding = finding;
    }

    @Override
    public synchronized MemorySegment get() {
        MemorySegment known = found;
        if (known == null) {
            known = finding.get();
            found = known;
        }
        return known;
    }
}
