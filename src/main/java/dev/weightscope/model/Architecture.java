package dev.weightscope.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How layers are joined.
///
/// @param branchScale kept, but not read, where there is no skip
public record Architecture(Normalization normalization, Skip skip, BranchScale branchScale) {
    /// Layer after layer.
    public static final Architecture PLAIN =
            new Architecture(Normalization.NONE, Skip.NONE, BranchScale.Factor.ONE);

    public Architecture withNormalization(Normalization newNormalization) {
        return new Architecture(newNormalization, skip, branchScale);
    }

    public Architecture withSkip(Skip newSkip) {
        return new Architecture(normalization, newSkip, branchScale);
    }

    public Architecture withBranchScale(BranchScale newBranchScale) {
        return new Architecture(normalization, skip, newBranchScale);
    }

    /// Whether there is neither a normalization nor a skip.
    public boolean isPlain() {
        return normalization == Normalization.NONE && skip == Skip.NONE;
    }

    /// The places of all layers of a network.
    ///
    /// A skip needs as many values where it ends as where it begins. Branches are counted from the
    /// first layer that can begin one; a layer that cannot is plain, and so is a last one without
    /// partner.
    ///
    /// @param widths of the input, then of each layer
    public List<LayerPlace> places(List<Integer> widths) {
        List<LayerRole> roles = roles(widths);
        int branches = (int) roles.stream().filter(LayerRole::beginsBranch).count();
        double scale = branchScale.of(branches);
        List<LayerPlace> places = new ArrayList<>();
        int branch = 0;
        for (int layer = 1; layer < widths.size(); layer++) {
            LayerRole role = roles.get(layer - 1);
            int fanIn = widths.get(layer - 1);
            int fanOut = widths.get(layer);
            if (role.beginsBranch()) {
                branch++;
            }
            places.add(
                    role == LayerRole.PLAIN
                            ? LayerPlace.plain(layer, fanIn, fanOut, branches)
                            : new LayerPlace(layer, fanIn, fanOut, role, branch, branches, scale));
        }
        return List.copyOf(places);
    }

    private List<LayerRole> roles(List<Integer> widths) {
        List<LayerRole> roles = new ArrayList<>();
        while (roles.size() < widths.size() - 1) {
            int end = roles.size() + skip.layers();
            boolean fits = end < widths.size() && widths.get(roles.size()).equals(widths.get(end));
            roles.addAll(
                    switch (skip) {
                        case NONE -> List.of(LayerRole.PLAIN);
                        case ONE -> List.of(fits ? LayerRole.WHOLE_BRANCH : LayerRole.PLAIN);
                        case TWO ->
                                fits
                                        ? List.of(
                                                LayerRole.FIRST_OF_BRANCH, LayerRole.LAST_OF_BRANCH)
                                        : List.of(LayerRole.PLAIN);
                    });
        }
        return roles;
    }

    /// For captions and the ends of curves: `batch norm, skip 2 × 0.5`; empty where it is plain.
    public String label() {
        return Stream.of(normalization.noun(), skipLabel())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String skipLabel() {
        String scale =
                branchScale.equals(BranchScale.Factor.ONE) ? "" : " × " + branchScale.label();
        return skip == Skip.NONE ? "" : "skip " + skip.layers() + scale;
    }
}
