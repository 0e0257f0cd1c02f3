package dev.weightscope.model;

/// How a data set in the plane is drawn.
///
/// @param points 2..100000
/// @param noise std of what is added to each coordinate, 0..10
/// @param seed picks the draw
public record DrawnPoints(int points, double noise, long seed) {
    public static final double MAX_NOISE = 10;
    public static final DrawnPoints DEFAULT = new DrawnPoints(1000, 0.1, 1);

    public DrawnPoints {
        Require.inRange("points", points, 2, Sampling.MAX_SAMPLES);
        Require.inRange("noise", noise, 0, MAX_NOISE);
    }

    public DrawnPoints withPoints(int newPoints) {
        return new DrawnPoints(newPoints, noise, seed);
    }

    public DrawnPoints withNoise(double newNoise) {
        return new DrawnPoints(points, newNoise, seed);
    }

    public DrawnPoints withSeed(long newSeed) {
        return new DrawnPoints(points, noise, newSeed);
    }
}
