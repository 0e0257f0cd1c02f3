/// The nouns of the program: immutable values, validated when they are made, that every other
/// package speaks in.
///
/// An [dev.weightscope.model.Experiment] is the question, a [dev.weightscope.model.Snapshot] the
/// answer. Neither knows who computes, draws or prints it. The one way from slider to pixel carries
/// nothing but these two.
package dev.weightscope.model;
