package dev.weightscope.chart.histogram;

import dev.weightscope.model.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Which layers histograms are of. Those inside of branches are of another kind than those of the
/// stream, so that pictures tell the two apart.
///
/// @param numbers of the layers, ascending
/// @param inside the numbers of those inside of branches
public record LayerNames(List<Integer> numbers, Set<Integer> inside) {
    /// What is said of a layer inside of a branch.
    static final String INSIDE = "inside a branch";

    public LayerNames {
        numbers = List.copyOf(numbers);
        inside = Set.copyOf(inside);
    }

    /// All layers of a snapshot.
    static LayerNames of(Snapshot snapshot) {
        return new LayerNames(
                IntStream.rangeClosed(1, snapshot.layers().size()).boxed().toList(),
                Set.copyOf(snapshot.experiment().layersInsideBranches()));
    }

    /// @param place counted from 1
    int number(int place) {
        return numbers.get(place - 1);
    }

    boolean isInside(int place) {
        return inside.contains(number(place));
    }

    /// `Layer 3`, or `Layer 3, inside a branch`.
    String name(int place) {
        return "Layer " + number(place) + (isInside(place) ? ", " + INSIDE : "");
    }

    /// Whether there are layers of both kinds.
    boolean areMixed() {
        return numbers.stream().anyMatch(inside::contains) && !inside.containsAll(numbers);
    }

    /// The places of the layers of the stream.
    List<Integer> streamPlaces() {
        return places(place -> !isInside(place));
    }

    /// The places of the others.
    List<Integer> insidePlaces() {
        return places(this::isInside);
    }

    private List<Integer> places(IntPredicate condition) {
        return IntStream.rangeClosed(1, numbers.size()).filter(condition).boxed().toList();
    }

    LayerNames part(List<Integer> places) {
        return new LayerNames(places.stream().map(this::number).toList(), inside);
    }

    /// Which layers these are, where they are not all: `The stream.`
    String remark() {
        if (numbers.isEmpty() || inside.isEmpty() || areMixed()) {
            return "";
        }
        return inside.containsAll(numbers) ? "Inside branches." : "The stream.";
    }
}
