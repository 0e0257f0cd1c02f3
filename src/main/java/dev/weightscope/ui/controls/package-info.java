/// Controls that any screen can use: a number with a slider and an exact field, a choice, a folded
/// section, a strip with a sentence.
///
/// None of them owns its value. It shows what it is given and reports what a person asks for; the
/// answer comes back as the next value to show. A request that nobody can grant is refused with an
/// [dev.weightscope.model.Refusal], whose sentence appears under the control while the old value
/// stays in force.
package dev.weightscope.ui.controls;
