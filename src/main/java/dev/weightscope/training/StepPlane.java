package dev.weightscope.training;

import java.util.List;

/// What a network that knows two features says all over a [Plane] at a step, as it does when
/// tested.
///
/// @param step 0 before the first
/// @param probabilities of each class, of [Plane#SIDE]² cells row by row, the largest second
///   feature first; of two classes that of the second alone; copied neither in nor out
public record StepPlane(int step, List<float[]> probabilities) {
    public StepPlane {
        probabilities = List.copyOf(probabilities);
    }
}
