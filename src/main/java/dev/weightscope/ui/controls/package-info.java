/// Controls that any screen can use: a number with a slider and an exact field, a choice, a folded
/// section, a strip with a sentence.
///
/// None of them owns its value. It shows what it is given and reports what a person asks for; the
/// answer comes back as the next value to show. A request that nobody can grant is refused with an
/// [dev.weightscope.model.Refusal], whose sentence appears under the control while the old value
/// stays in force.
///
/// What changes in each frame of a drag and never its size stands in a
/// [dev.weightscope.ui.controls.Still], or the window would be laid out with it.
package dev.weightscope.ui.controls;
