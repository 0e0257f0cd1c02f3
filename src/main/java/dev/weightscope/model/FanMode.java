package dev.weightscope.model;

/// Which number of connections a variance is divided by. Keys as in Keras and JAX.
public enum FanMode implements Keyed {
    FAN_IN("fan_in", "fan-in"),
    FAN_OUT("fan_out", "fan-out"),
    FAN_AVG("fan_avg", "average"),
    FAN_GEO_AVG("fan_geo_avg", "geometric average");

    private final String key;
    private final String label;

    FanMode(String key, String label) {
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

    /// The fan, in connections: n_in, n_out, (n_in + n_out)/2 or √(n_in·n_out).
    public double of(int fanIn, int fanOut) {
        return switch (this) {
            case FAN_IN -> fanIn;
            case FAN_OUT -> fanOut;
            case FAN_AVG -> (fanIn + (double) fanOut) / 2;
            case FAN_GEO_AVG -> Math.sqrt((double) fanIn * fanOut);
        };
    }

    /// [#of] as a formula over `{in}` and `{out}`.
    String template() {
        return switch (this) {
            case FAN_IN -> "{in}";
            case FAN_OUT -> "{out}";
            case FAN_AVG -> "(({in} + {out})/2)";
            case FAN_GEO_AVG -> "√({in}·{out})";
        };
    }
}
