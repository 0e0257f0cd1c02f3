package dev.weightscope.chart.line;

import java.util.Set;

/// How curves are named, and what their colours mean.
///
/// @param faint the colours of series that stand back, since others are looked at
public record Look(Names names, Colours colours, Set<Integer> faint) {
    /// Settings, named where their curves end.
    public static final Look SETTINGS = new Look(Names.AT_ENDS, Colours.SETTINGS, Set.of());

    /// Settings that are named elsewhere.
    public static final Look WITHOUT_NAMES = new Look(Names.NONE, Colours.SETTINGS, Set.of());

    /// Layers, named where their curves end; a series' colour is the number of its layer.
    public static final Look LAYERS = new Look(Names.BRIEF, Colours.LAYERS, Set.of());

    public Look {
        faint = Set.copyOf(faint);
    }

    public Look withFaint(Set<Integer> colour) {
        return new Look(names, colours, colour);
    }

    /// The same where nothing beside the chart names its curves.
    public Look alone() {
        return names == Names.NONE ? new Look(Names.AT_ENDS, colours, faint) : this;
    }

    /// How much room names have.
    public enum Names {
        /// A share of the width that does not depend on what they are.
        AT_ENDS,
        /// As much as the widest takes, since they are a few characters each; of curves that follow
        /// each other, of which a few are named where they are many.
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
