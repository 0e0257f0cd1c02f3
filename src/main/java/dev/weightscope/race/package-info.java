/// The training lab: networks of several settings, several draws of each, learn the same data at
/// once.
///
/// What trains is [dev.weightscope.training]; here stand what is asked
/// ([dev.weightscope.race.TrainingSettings]), how all draws of all questions are carried on
/// together, and what is shown and printed of them. What it means is decided by the rules of
/// [dev.weightscope.verdict.RaceRules], which know figures and no network.
///
/// The data is no part of the experiment: an experiment is a start, and the same start may be tried
/// on any data. What the data has decides the inputs and the last layer. How the data is read is
/// the settings' own where they say it ([dev.weightscope.race.TrainingSettings#reading], written
/// with the options of [dev.weightscope.arguments.DataOptions]): what is chosen for the input
/// elsewhere is then no matter of what is learnt, nor the other way round.
package dev.weightscope.race;
