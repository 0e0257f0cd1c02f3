package dev.weightscope.chart.histogram;

/// How counts become heights.
public enum Scale {
    LINEAR {
        @Override
        double height(double count, double largest) {
            return largest == 0 ? 0 : count / largest;
        }
    },
    /// log(1 + count), so that an empty bin has no height and a single value has some.
    LOG {
        @Override
        double height(double count, double largest) {
            return largest == 0 ? 0 : Math.log1p(count) / Math.log1p(largest);
        }
    };

    /// 0 for no count, 1 for the largest.
    abstract double height(double count, double largest);
}
