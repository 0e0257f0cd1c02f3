/// The command line: arguments to an experiment, the engine's answer to text; the only package that
/// prints.
///
/// The options are those of [dev.weightscope.arguments.ExperimentOptions]. A mistake is one line on
/// standard error and exit code 2, and nothing was written; a failure of the machine is one line
/// and exit code 1, and no file is half written. No class of a toolkit is ever loaded.
package dev.weightscope.cli;
