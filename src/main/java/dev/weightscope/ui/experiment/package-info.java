/// The left panel: every part of the experiment, in the order a person thinks.
///
/// Each section reads the experiment it is shown and edits one component of it through the
/// [dev.weightscope.ui.state.Session].
package dev.weightscope.ui.experiment;
