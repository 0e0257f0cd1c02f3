/// An experiment as a line of text: `--depth 40 --activation relu`.
///
/// One table, [dev.weightscope.arguments.ExperimentOption], says for each part of an experiment how
/// it is named, read, written and explained. The command line, its help, saved files, settings and
/// the text inside an exported picture are all made from that table, so what one of them writes the
/// others read. [dev.weightscope.arguments.EngineOption] is the same for what an experiment is run
/// on.
package dev.weightscope.arguments;
