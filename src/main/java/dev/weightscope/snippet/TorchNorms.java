package dev.weightscope.snippet;

import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.LayerRole;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Numbers;
import java.util.List;

/// The norms of a module, one for each of its inner layers, with learned scale and shift: of a
/// plain layer of its pre-activations, of one that begins a branch of what enters it; the last of
/// two in a branch has none.
final class TorchNorms {
    private TorchNorms() {}

    static List<String> of(TorchModule module) {
        String norm = module(module.experiment().architecture().normalization());
        List<LayerPlace> places = module.inner();
        if (places.stream().allMatch(place -> place.role() == LayerRole.PLAIN)) {
            return List.of(
                    "self.norms = nn.ModuleList(%s for n in widths[%s])"
                            .formatted(
                                    norm,
                                    switch (module.end()) {
                                        case AS_OTHERS -> "1:";
                                        case LINEAR -> "1:-1";
                                    }));
        }
        return List.of(
                "sizes = " + places.stream().map(TorchNorms::size).toList(),
                "norms = (%s if n else nn.Identity() for n in sizes)".formatted(norm),
                "self.norms = nn.ModuleList(norms)");
    }

    /// 0 for none.
    private static int size(LayerPlace place) {
        return switch (place.role()) {
            case PLAIN -> place.fanOut();
            case WHOLE_BRANCH, FIRST_OF_BRANCH -> place.fanIn();
            case LAST_OF_BRANCH -> 0;
        };
    }

    /// Of n units.
    private static String module(Normalization normalization) {
        String epsilon = Numbers.plain(Normalization.EPSILON);
        return switch (normalization) {
            case NONE -> throw new IllegalArgumentException("no norm");
            case BATCH -> "nn.BatchNorm1d(n, eps=%s, momentum=0.1)".formatted(epsilon);
            case LAYER -> "nn.LayerNorm(n, eps=%s)".formatted(epsilon);
            case RMS -> "nn.RMSNorm(n, eps=%s)".formatted(epsilon);
        };
    }
}
