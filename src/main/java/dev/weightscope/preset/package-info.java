/// Prepared experiments, each with what to look for: scenes for a classroom.
///
/// They are data (`assets/presets/presets.json`), written as the options of the command line; a
/// test runs each of them and holds it to what it says.
package dev.weightscope.preset;
