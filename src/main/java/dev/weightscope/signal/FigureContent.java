package dev.weightscope.signal;

import dev.weightscope.model.Keyed;

/// What an exported picture shows.
public enum FigureContent implements Keyed {
    HISTOGRAMS("histograms", "Histograms"),
    DEPTH("depth", "Std by depth"),
    COMPARE("compare", "Compared"),
    ALL("all", "Histograms and std by depth");

    private final String key;
    private final String label;

    FigureContent(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }
}
