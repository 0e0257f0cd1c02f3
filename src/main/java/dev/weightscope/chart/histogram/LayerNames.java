package dev.weightscope.chart.histogram;

import dev.weightscope.model.Snapshot;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Which layers histograms are of. Those inside of branches are of another kind than those of the
/// stream, so that pictures tell the two apart.
///
/// @param numbers of the layers, ascending
/// @param inside the numbers of those inside of branches
/// @param output the number of the one that gives the answers of what is trained; empty where none
///   is called so
public record LayerNames(List<Integer> numbers, Set<Integer> inside, OptionalInt output) {
    /// What is said of a layer inside of a branch.
    static final String INSIDE = "inside a branch";

    private static final String LAYER = "Layer ";
    private static final String OUTPUT = "Output";

    public LayerNames {
        numbers = List.copyOf(numbers);
        inside = Set.copyOf(inside);
    }

    /// None of them is the output.
    public LayerNames(List<Integer> numbers, Set<Integer> inside) {
        this(numbers, inside, OptionalInt.empty());
    }

    /// The layers 1..depth of what is trained, the last of which is its output.
    public static LayerNames toOutput(int depth) {
        return new LayerNames(
                IntStream.rangeClosed(1, depth).boxed().toList(), Set.of(), OptionalInt.of(depth));
    }

    /// What one of the layers 1..depth of what is trained is called: `Layer 3`, `Output`.
    public static String ofTrained(int layer, int depth) {
        return layer == depth ? OUTPUT : LAYER + layer;
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

    /// `Layer 3`, `Layer 3, inside a branch`, or `Output`.
    String name(int place) {
        return title(place) + (isInside(place) ? ", " + INSIDE : "");
    }

    /// `Layer 3` or `Output`.
    String title(int place) {
        return isOutput(place) ? OUTPUT : LAYER + number(place);
    }

    /// `3` or `out`.
    String briefTitle(int place) {
        return isOutput(place) ? "out" : Integer.toString(number(place));
    }

    private boolean isOutput(int place) {
        return output.isPresent() && output.getAsInt() == number(place);
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
        return new LayerNames(places.stream().map(this::number).toList(), inside, output);
    }

    /// Which layers these are, where they are not all: `The stream.`
    String remark() {
        if (numbers.isEmpty() || inside.isEmpty() || areMixed()) {
            return "";
        }
        return inside.containsAll(numbers) ? "Inside branches." : "The stream.";
    }
}
