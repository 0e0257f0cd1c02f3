package dev.weightscope.memory;

import dev.weightscope.model.Refusal;

/// The memory that all labs draw from, each through a [Claim] of its own.
///
/// Safe for use by several threads.
public final class MemoryBudget {
    /// What may be kept for speed alone unless more is asked for: a desktop tool leaves the machine
    /// to others.
    private static final long MOST_KEPT = 640L << 20;

    /// A larger share would leave too little for what has to be computed.
    private static final int SHARE_KEPT = 4;

    private final long limit;
    private final long keep;
    private long claimed;

    /// @param limit in bytes, for all together
    /// @param keep how many of them each claim may keep for speed alone, 0 for none; what is needed
    ///   goes first
    public MemoryBudget(long limit, long keep) {
        if (limit < 0 || keep < 0) {
            throw new IllegalArgumentException("limit %d, keep %d".formatted(limit, keep));
        }
        this.limit = limit;
        this.keep = keep;
    }

    /// What the JVM may use, of which the [#standardKeep] is kept.
    public static MemoryBudget ofHeap() {
        return ofHeap(standardKeep());
    }

    /// What the JVM may use.
    ///
    /// @param keep as for the constructor
    public static MemoryBudget ofHeap(long keep) {
        return new MemoryBudget(Runtime.getRuntime().maxMemory(), keep);
    }

    /// How many bytes may be kept where nothing is said: 640 MiB, but no more than a quarter of the
    /// heap.
    public static long standardKeep() {
        return Math.min(MOST_KEPT, Runtime.getRuntime().maxMemory() / SHARE_KEPT);
    }

    /// A claim to nothing yet.
    public Claim open() {
        return new Claim();
    }

    private synchronized long beside(Claim claim) {
        return limit - (claimed - claim.bytes);
    }

    private synchronized void change(Claim claim, long bytes) {
        claimed += bytes - claim.bytes;
        claim.bytes = bytes;
    }

    /// One lab's part of the memory. For use by one thread at a time.
    public final class Claim {
        private long bytes;

        private Claim() {}

        /// How many bytes it may grow to, beside what others have claimed.
        public long available() {
            return beside(this);
        }

        /// Claims what is needed, in the place of what was claimed before.
        ///
        /// @throws Refusal with figures and remedy, if it is not [#available]; the claim is as
        ///   before
        public void take(MemoryNeed need) {
            synchronized (MemoryBudget.this) {
                need.requireWithin(available());
                change(this, need.bytes());
            }
        }

        /// Claims, in the place of what was claimed before, so many bytes and what may be kept
        /// beside them.
        ///
        /// @param needed no more than are [#available]
        /// @return how many bytes may be kept
        public long keepBeside(long needed) {
            synchronized (MemoryBudget.this) {
                long kept = Math.max(0, Math.min(keep, available() - needed));
                change(this, needed + kept);
                return kept;
            }
        }

        /// Gives back all of it.
        public void giveBack() {
            change(this, 0);
        }
    }
}
