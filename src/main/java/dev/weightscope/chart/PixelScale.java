package dev.weightscope.chart;

import dev.weightscope.model.Keyed;

/// How many pixels an exported picture has for each unit of length.
public enum PixelScale implements Keyed {
    X1(1),
    X2(2),
    X4(4);

    private final int factor;

    PixelScale(int factor) {
        this.factor = factor;
    }

    public int factor() {
        return factor;
    }

    @Override
    public String key() {
        return factor + "x";
    }

    @Override
    public String label() {
        return factor + "×";
    }
}
