package dev.weightscope.chart.axis;

import java.util.List;

/// How values lie along an axis.
public enum ValueScale {
    /// Equal factors take equal room; only positive values have a place.
    LOG {
        @Override
        public boolean holds(double value) {
            return value > 0 && value < Double.POSITIVE_INFINITY;
        }

        @Override
        public double share(Range range, double value) {
            double low = Math.log10(range.low());
            return (Math.log10(value) - low) / (Math.log10(range.high()) - low);
        }

        @Override
        public Range bounds(double smallest, double largest) {
            return LogTicks.bounds(smallest, largest);
        }

        @Override
        public List<Tick> ticks(Range range, int most) {
            return LogTicks.of(range, most);
        }
    },
    /// Equal differences take equal room.
    LINEAR {
        @Override
        public boolean holds(double value) {
            return Double.isFinite(value);
        }

        @Override
        public double share(Range range, double value) {
            return range.share(value);
        }

        @Override
        public Range bounds(double smallest, double largest) {
            return rounded(smallest, largest);
        }

        @Override
        public List<Tick> ticks(Range range, int most) {
            return LinearTicks.atMost(range, Math.clamp(most, 2, MOST));
        }
    },
    /// As [#LINEAR], of shares 0..1, which are written as per cent.
    SHARE {
        @Override
        public boolean holds(double value) {
            return Double.isFinite(value);
        }

        @Override
        public double share(Range range, double value) {
            return range.share(value);
        }

        @Override
        public Range bounds(double smallest, double largest) {
            Range round = rounded(smallest, largest);
            double low = Math.max(0, round.low());
            double high = Math.min(1, round.high());
            return low < high ? new Range(low, high) : round;
        }

        @Override
        public List<Tick> ticks(Range range, int most) {
            Range percent = new Range(range.low() * 100, range.high() * 100);
            return LinearTicks.atMost(percent, Math.clamp(most, 2, MOST)).stream()
                    .map(tick -> new Tick(tick.value() / 100, tick.label() + " %"))
                    .toList();
        }

        @Override
        public String text(double value, int digits) {
            return Double.isFinite(value)
                    ? NumberText.plain(value * 100, 1) + " %"
                    : super.text(value, digits);
        }
    };

    private static final int MOST = 6;

    /// Steps between round numbers that values span at most.
    private static final double STEPS = 8;

    /// Whether a value has a place on an axis that is long enough.
    public abstract boolean holds(double value);

    /// Where a value that has a place lies: 0 at the low end of the range, 1 at the high end.
    public abstract double share(Range range, double value);

    /// From a round number below to one above.
    ///
    /// @param smallest of the values that have a place
    public abstract Range bounds(double smallest, double largest);

    /// At most about `most` ticks.
    public abstract List<Tick> ticks(Range range, int most);

    /// A value in at most so many significant digits.
    public String text(double value, int digits) {
        return NumberText.significant(value, digits);
    }

    private static Range rounded(double smallest, double largest) {
        Range range = Range.around(smallest, largest);
        double step = LinearTicks.step(range.span() / STEPS);
        return new Range(
                Math.floor(range.low() / step + 1e-9) * step,
                Math.ceil(range.high() / step - 1e-9) * step);
    }
}
