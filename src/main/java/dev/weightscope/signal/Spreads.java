package dev.weightscope.signal;

import dev.weightscope.kernel.Moments;
import dev.weightscope.model.Spread;
import dev.weightscope.model.TensorStatistics;

/// How far one tensor is spread, as [TensorStatistics] defines it.
public record Spreads(double std, double rms, double perUnitStd) {
    static Spreads of(TensorStatistics tensor) {
        return new Spreads(tensor.std(), tensor.rms(), tensor.perUnitStd());
    }

    static Spreads of(Moments tensor) {
        return new Spreads(tensor.std(), tensor.rms(), tensor.perUnitStd());
    }

    public double of(Spread spread) {
        return switch (spread) {
            case STD -> std;
            case RMS -> rms;
            case PER_UNIT_STD -> perUnitStd;
        };
    }
}
