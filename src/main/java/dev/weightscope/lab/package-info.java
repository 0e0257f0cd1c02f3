/// What a lab is: one kind of question about an experiment, with its answer as charts and as a
/// table. Knows no toolkit.
///
/// A [dev.weightscope.lab.Lab] is one package and one line of `registry.Labs`. It brings its
/// settings as options, a [dev.weightscope.lab.Solver], its [dev.weightscope.lab.View]s and its
/// [dev.weightscope.lab.Table]; from these alone are made its tab in the window, its command on the
/// command line, its entry in saved files, and its CSV and JSON. Four things differ from a plain
/// reading of "settings, solver, views, table":
///
/// - the defaults of the settings stand in the [dev.weightscope.option.Options], since no option
///   can be explained without its default;
/// - a solver has a [dev.weightscope.lab.ProgressListener] and not only a taker of partial answers:
///   which step is being computed is asked of every lab that may take long, and who prints an
///   answer at the end wants no partial ones at all;
/// - a window may open with more than a command line asks for ([dev.weightscope.lab.Lab#opening]):
///   what is looked at on a screen costs no flag;
/// - the JSON of a lab is a tree of [dev.weightscope.lab.Value]s of its own where it needs one,
///   since not every answer is a table; a table inside of it is written row by row.
package dev.weightscope.lab;
