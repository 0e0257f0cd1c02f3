package dev.weightscope.ui;

/// What computes, for people.
///
/// @param text a few words: `vector of 16 lanes, 2 threads`
/// @param reason why this one
public record KernelNote(String text, String reason) {}
