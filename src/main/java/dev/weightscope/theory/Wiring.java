package dev.weightscope.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How layers are joined.
///
/// @param branchScale s, the factor of every branch; read where there are skips
public record Wiring(Normalization normalization, Skip skip, double branchScale) {
    /// Layer after layer.
    public static final Wiring PLAIN = new Wiring(Normalization.NONE, Skip.NONE, 1);

    /// What a layer is in its network.
    enum Role {
        PLAIN,
        /// A branch of one layer.
        WHOLE_BRANCH,
        FIRST_OF_BRANCH,
        SECOND_OF_BRANCH
    }

    /// The same network with all branches scaled by 1/√(their number).
    ///
    /// @param layers those that are joined
    public Wiring scaledByDepth(List<LayerVariances> layers) {
        long branches =
                roles(layers).stream()
                        .filter(role -> role == Role.WHOLE_BRANCH || role == Role.FIRST_OF_BRANCH)
                        .count();
        return new Wiring(
                normalization, skip, branches == 0 ? 1 : 1 / Math.sqrt((double) branches));
    }

    /// Why there is no recursion for layers joined so, as a sentence; empty where there is one.
    public Optional<String> objection() {
        return normalization == Normalization.BATCH && skip != Skip.NONE
                ? Optional.of(
                        "There is no theory here of batch norm with skips: on the stream the"
                                + " samples of a batch grow alike.")
                : Optional.empty();
    }

    /// The layers' roles. A skip needs as many values where it ends as where it begins: a layer
    /// that cannot begin one is plain, and so is a last one without partner.
    List<Role> roles(List<LayerVariances> layers) {
        List<Role> roles = new ArrayList<>();
        while (roles.size() < layers.size()) {
            LayerVariances layer = layers.get(roles.size());
            switch (skip) {
                case NONE -> roles.add(Role.PLAIN);
                case ONE ->
                        roles.add(layer.fanIn() == layer.fanOut() ? Role.WHOLE_BRANCH : Role.PLAIN);
                case TWO -> {
                    int second = roles.size() + 1;
                    if (second < layers.size() && layer.fanIn() == layers.get(second).fanOut()) {
                        roles.add(Role.FIRST_OF_BRANCH);
                        roles.add(Role.SECOND_OF_BRANCH);
                    } else {
                        roles.add(Role.PLAIN);
                    }
                }
            }
        }
        return roles;
    }
}
