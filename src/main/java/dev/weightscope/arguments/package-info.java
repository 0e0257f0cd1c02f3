/// What an experiment and an engine consist of, as options.
///
/// [dev.weightscope.arguments.ExperimentOptions] describes each part of an experiment once. The
/// command line, its help, saved files, settings, the window's controls and the text inside an
/// exported picture are all made from that table. [dev.weightscope.arguments.ExperimentText] is an
/// experiment as a line of it: `--depth 40 --activation relu`.
/// [dev.weightscope.arguments.EngineOptions] is the same for what an experiment is run on.
package dev.weightscope.arguments;
