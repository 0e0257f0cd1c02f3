package dev.weightscope.lab;

/// The settings of a lab that has none of its own.
public record NoSettings() {}
