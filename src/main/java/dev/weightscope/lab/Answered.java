package dev.weightscope.lab;

/// An answer with its question and the lab that gave it: all that is printed or written of it.
public record Answered<S, A>(Lab<S, A> lab, Question<S> question, A answer) {}
