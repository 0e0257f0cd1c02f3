/// The training lab in the window: the race of all settings over steps, and the layers of one of
/// them at a step.
///
/// One step is looked at, in all charts at once ([dev.weightscope.ui.training.StepClock]), and one
/// run is selected; both are a matter of looking: neither is a setting, nor asks for anything.
package dev.weightscope.ui.training;
