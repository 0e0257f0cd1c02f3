package dev.weightscope.snippet;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;

/// Writes an experiment's initialization as Python.
public final class Snippets {
    private Snippets() {}

    /// A script that draws the weights `W` and biases `b` of one layer by their exact laws.
    ///
    /// @param layer counted from 1
    /// @return lines of ASCII, the last one ended too
    /// @throws Refusal in one sentence, if there is no such layer, or the initializer is a person's
    ///   own, which is Java
    public static String layer(Framework framework, Experiment experiment, int layer) {
        return LayerSnippet.text(framework.dialect(), LayerLaw.of(experiment, layer));
    }
}
