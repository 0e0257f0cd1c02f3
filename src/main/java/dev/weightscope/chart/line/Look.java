package dev.weightscope.chart.line;

/// How curves are named, and what their colours mean.
public record Look(Names names, Colours colours) {
    /// Settings, named where their curves end.
    public static final Look SETTINGS = new Look(Names.AT_ENDS, Colours.SETTINGS);

    /// Settings that are named elsewhere.
    public static final Look WITHOUT_NAMES = new Look(Names.NONE, Colours.SETTINGS);

    /// Layers, named where their curves end; a series' colour is the number of its layer.
    public static final Look LAYERS = new Look(Names.BRIEF, Colours.LAYERS);

    /// How much room names have.
    public enum Names {
        /// A share of the width that does not depend on what they are.
        AT_ENDS,
        /// As much as the widest takes, since they are a few characters each.
        BRIEF,
        /// None: they stand elsewhere.
        NONE
    }

    /// What the colour of a series is the number of.
    public enum Colours {
        SETTINGS,
        LAYERS
    }
}
