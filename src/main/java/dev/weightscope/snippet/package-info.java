/// The laws that weights are drawn by, as Python: what the program computes with, to be pasted
/// elsewhere.
///
/// A [dev.weightscope.snippet.Snippets] writes a layer for a [dev.weightscope.snippet.Framework].
/// The law is exactly the program's: the framework's own initializer where there is one of that law
/// (its truncation, its correction, its fan), else entries drawn by the law's numbers, and then a
/// comment says so. Draws are the framework's own, so a snippet has the law in common with the
/// program and not the numbers.
///
/// The whole network is a PyTorch module, a [dev.weightscope.snippet.TorchNetwork], drawn by the
/// same lines as a layer.
///
/// A training is a PyTorch script around such a module, a [dev.weightscope.snippet.TorchTraining].
/// It knows the plan of a training and where the numbers of its data stand, so this package knows
/// those two beside the model; what a training came to it does not know.
///
/// Weights of a file are read from it, which a [dev.weightscope.snippet.LoadedText] writes.
///
/// All are run by hand by `check_layers.py`, `check_loaded.py`, `check_network.py` and
/// `check_training.py` among the resources of the tests, since the build has no Python: layers have
/// to have the program's law or the file's numbers, and modules and trainings find its numbers with
/// its own draws.
///
/// A dialect is what a framework calls things; what is common to all of them, the
/// [dev.weightscope.snippet.LayerSnippet] does.
package dev.weightscope.snippet;
