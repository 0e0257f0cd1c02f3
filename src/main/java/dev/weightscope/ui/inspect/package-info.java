/// The tab in which a file of weights is inspected: its tensors in a table, what each looks like,
/// and the one that is selected in charts; or what differs from it to a second file.
///
/// It is no lab. A lab answers questions about the one experiment that all tabs share, live and
/// pinned, and answers anew whenever that changes; a file is what it is, whatever the experiment.
/// So it has no solver that is asked again, no pins and no place in the list of labs, and its
/// command takes files where those of labs take options of an experiment. What it shares with labs
/// is what a person sees of them: a tab, its settings (which file, which other one, how weights
/// lie) among those of the session, so that they are saved and undone with all else, export,
/// copying and keys.
///
/// [dev.weightscope.ui.inspect.Inspection] is the state; [dev.weightscope.ui.inspect.WeightReader]
/// has files read in the background; the rest is what is seen.
package dev.weightscope.ui.inspect;
