package dev.weightscope.weights;

import java.util.List;
import java.util.Map;

/// HDF5 as Keras writes it (`.weights.h5`, and models of one file before Keras 3): every array of
/// numbers is a tensor, called by the groups that lead to it.
record Hdf5() implements Format {
    static final String MAGIC = "\u0089HDF\r\n\u001a\n";

    @Override
    public String name() {
        return "HDF5";
    }

    @Override
    public boolean begins(Source source) {
        return source.has(0, MAGIC);
    }

    @Override
    public Contents read(Source source) {
        List<Tensor> tensors = Hdf5Tensors.of(source);
        return new Contents(Map.of(), KerasNames.of(tensors).tensors());
    }
}
