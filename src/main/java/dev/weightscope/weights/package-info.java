/// Files of weights: tensors with names, read where they lie.
///
/// A file is mapped into memory and never executed, nor unpacked to disk. What it is follows from
/// its first bytes and not from its name. Opening reads what the file tells of its tensors, checks
/// all of it against the format's specification and the file's size, and touches no value; values
/// are decoded in pieces, as doubles, whenever they are asked for, by any thread. Everything that
/// is wrong becomes one sentence with the cause and what would be right.
///
/// A format is one class that implements [dev.weightscope.weights.Format], and one line in the list
/// of [dev.weightscope.weights.WeightFile]. [dev.weightscope.weights.SafetensorsWriter] is the way
/// out; [dev.weightscope.weights.LayerFiles] the way of a file's matrices into an experiment.
package dev.weightscope.weights;
