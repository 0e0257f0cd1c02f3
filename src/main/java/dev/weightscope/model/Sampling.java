package dev.weightscope.model;

/// What the network is run on.
///
/// @param samples how many rows of input, 1..100000; a file with fewer rows gives those it has
///   ([#effectiveSamples()])
/// @param scale multiplies every input, 0..1000000
/// @param reading how a file is read, that of `input` or one to learn from
public record Sampling(Input input, int samples, double scale, DataReading reading) {
    public static final int MAX_SAMPLES = 100_000;
    public static final double MAX_SCALE = 1e6;

    /// 1000 standard normal inputs.
    public static final Sampling DEFAULT =
            new Sampling(new Input.StandardNormal(), 1000, 1, DataReading.DEFAULT);

    public Sampling {
        Require.inRange("samples", samples, 1, MAX_SAMPLES);
        Require.inRange("input-scale", scale, 0, MAX_SCALE);
    }

    /// The number of samples there really are: no more than the rows of an input file.
    public int effectiveSamples() {
        return input instanceof Input.Table(var data) ? Math.min(samples, data.rows()) : samples;
    }

    public Sampling withInput(Input newInput) {
        return new Sampling(newInput, samples, scale, reading);
    }

    public Sampling withSamples(int newSamples) {
        return new Sampling(input, newSamples, scale, reading);
    }

    public Sampling withScale(double newScale) {
        return new Sampling(input, samples, newScale, reading);
    }

    public Sampling withReading(DataReading newReading) {
        return new Sampling(input, samples, scale, newReading);
    }

    /// For captions: `1000 standard normal samples × 0.5`.
    String label() {
        String scaleText = scale == 1 ? "" : " × " + Numbers.plain(scale);
        return input.label(effectiveSamples()) + scaleText;
    }
}
