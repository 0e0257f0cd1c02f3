package dev.weightscope.snippet;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;

/// Writes an experiment's initialization as Python.
public final class Snippets {
    private Snippets() {}

    /// A script that draws the weights `W` and biases `b` of one layer by their exact laws, or
    /// reads them where they are a file's.
    ///
    /// @param layer counted from 1
    /// @return lines of ASCII, the last one ended too
    /// @throws Refusal in one sentence, if there is no such layer, or the initializer is a person's
    ///   own, which is Java
    public static String layer(Framework framework, Experiment experiment, int layer) {
        return LayerSnippet.text(framework.dialect(), LayerLaw.of(experiment, layer));
    }

    /// A script that makes the whole network as a PyTorch module `network`, drawn by the exact laws
    /// of all layers, with the program's way forward, norms and skips included. Its parameters have
    /// the names that the program saves weights under; norms have learned scales and shifts beside
    /// them. What is measured on the input is fitted to one of the same law, and what is kept in
    /// another format than float32 is rounded to it.
    ///
    /// @return as [#layer]
    /// @throws Refusal in one sentence, if the initializer is a person's own
    public static String network(Experiment experiment) {
        return TorchNetwork.text(experiment);
    }

    /// A script that trains a network from an experiment's start in PyTorch, as the program does:
    /// on the same data, with its loss, its optimizer and their constants, to its stops. It prints
    /// losses of some steps and what they came to.
    ///
    /// @return as [#layer]
    /// @throws Refusal in one sentence, if the initializer is a person's own, or the format is not
    ///   float32
    public static String training(Experiment experiment, Course course) {
        return TorchTraining.text(experiment, course);
    }
}
