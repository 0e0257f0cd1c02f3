package dev.weightscope.weights;

import java.util.List;
import java.util.Map;

/// What the pickle of a checkpoint holds. Lists and maps are filled while it is read, and may then
/// hold each other, or themselves.
sealed interface Pickled {
    record Text(String text) implements Pickled {}

    record Whole(long number) implements Pickled {}

    record Real(double number) implements Pickled {}

    record Flag(boolean isTrue) implements Pickled {}

    /// A list, a tuple or a set.
    record Items(List<Pickled> items) implements Pickled {}

    /// A map; numbers as keys are written out.
    record Entries(Map<String, Pickled> entries) implements Pickled {}

    /// What Python has under a name: a type, or a function that may be called.
    ///
    /// @param path module and name: `collections.OrderedDict`
    record Global(String path) implements Pickled {}

    /// Numbers in an entry of their own.
    ///
    /// @param dtype as PyTorch calls it: `float32`
    /// @param key of the entry
    /// @param count how many numbers
    record Storage(String dtype, String key, long count) implements Pickled {}

    /// A tensor.
    ///
    /// @param dtype that the storage's bytes are read as
    /// @param offset of its first element, in elements of `dtype`
    /// @param strides by how many elements the next one along each dimension is away
    record View(Storage storage, String dtype, long offset, List<Long> shape, List<Long> strides)
            implements Pickled {}

    /// What says nothing of weights: None, bytes, devices.
    record Nothing() implements Pickled {}
}
