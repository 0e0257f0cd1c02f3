package dev.weightscope.bench;

/// Tells how long ago it was started.
record Stopwatch(long startNanos) {
    static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    double seconds() {
        return (System.nanoTime() - startNanos) * 1e-9;
    }
}
