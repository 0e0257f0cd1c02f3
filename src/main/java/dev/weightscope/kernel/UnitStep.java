package dev.weightscope.kernel;

/// Comparison as arithmetic: without a choice, which a processor would guess wrong half of the
/// time, and which would keep the JIT compiler from turning a loop into vectors.
final class UnitStep {
    private UnitStep() {}

    /// 1 where a number is above 0, subnormal ones included, 0 where it is not, NaN where it is
    /// none.
    static float of(float x) {
        return Math.max(0, Math.min(1, x * 0x1p127f * 0x1p23f));
    }
}
