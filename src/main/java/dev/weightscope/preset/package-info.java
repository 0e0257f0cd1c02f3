/// Prepared experiments, each with what to look for: scenes for a classroom.
///
/// They are data (`assets/presets`), written as the options of the command line; a test runs each
/// of them and holds it to what it says. Those of `training.json` are for a lab, whose settings
/// they carry too.
package dev.weightscope.preset;
