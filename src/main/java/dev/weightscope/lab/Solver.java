package dev.weightscope.lab;

/// Answers the questions of a lab.
public interface Solver<S, A> extends Computation<Question<S>, A> {}
