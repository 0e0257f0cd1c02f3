/// Runs of a training beside each other, step by step: their losses, their accuracies, the sizes of
/// their layers' values, and where two features divide into classes.
///
/// Here are only numbers and their names, none of what a run is: whoever has runs says them as
/// [dev.weightscope.chart.race.Lines].
package dev.weightscope.chart.race;
