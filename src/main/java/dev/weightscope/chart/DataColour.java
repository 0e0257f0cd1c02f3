package dev.weightscope.chart;

/// What decides the colour of data.
public sealed interface DataColour {
    /// Its colour among the others.
    Ink ink(Palette palette);

    /// The setting that the data is of.
    ///
    /// @param index of [Palette#curve]
    record OfSetting(int index) implements DataColour {
        @Override
        public Ink ink(Palette palette) {
            return palette.curve(index);
        }
    }

    /// The layer that it is of.
    ///
    /// @param layer 1..depth
    record OfLayer(int layer, int depth) implements DataColour {
        @Override
        public Ink ink(Palette palette) {
            return palette.layer(layer, depth);
        }
    }

    /// What is not as it is usual.
    record Caution() implements DataColour {
        @Override
        public Ink ink(Palette palette) {
            return palette.caution();
        }
    }

    /// What is expected of others, and not measured.
    record Expected() implements DataColour {
        @Override
        public Ink ink(Palette palette) {
            return palette.text();
        }
    }

    /// What stands back.
    record Faint(DataColour colour) implements DataColour {
        private static final double BACK = 0.72;

        @Override
        public Ink ink(Palette palette) {
            return colour.ink(palette).mix(palette.background(), BACK);
        }
    }
}
