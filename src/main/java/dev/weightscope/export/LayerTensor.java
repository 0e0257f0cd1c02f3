package dev.weightscope.export;

import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.TensorStatistics;

/// The tensors of one layer, in the order in which JSON and CSV give them.
enum LayerTensor {
    WEIGHTS("weights", Quantity.WEIGHT),
    PRE_ACTIVATION("preActivation", Quantity.PRE_ACTIVATION),
    ACTIVATION("activation", Quantity.ACTIVATION);

    private final String key;
    private final Quantity quantity;

    LayerTensor(String key, Quantity quantity) {
        this.key = key;
        this.quantity = quantity;
    }

    String key() {
        return key;
    }

    TensorStatistics of(LayerStatistics layer) {
        return layer.of(quantity);
    }
}
