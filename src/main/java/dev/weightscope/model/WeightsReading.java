package dev.weightscope.model;

/// How weights come out of a file.
///
/// @param tensors which of them
/// @param hash what [LoadedWeights#hash] has to be; empty where any will do
public record WeightsReading(TensorChoice tensors, String hash) {
    public static final WeightsReading DEFAULT = new WeightsReading(TensorChoice.ALL, "");

    public WeightsReading withTensors(TensorChoice newTensors) {
        return new WeightsReading(newTensors, hash);
    }

    public WeightsReading withHash(String newHash) {
        return new WeightsReading(tensors, newHash);
    }
}
