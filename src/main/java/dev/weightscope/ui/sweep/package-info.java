/// The sweep lab in the window: what is swept, its curves and its map, and what they say.
///
/// The axes are chosen at the left, above the experiment, as the data of a training is. The swept
/// number's own slider is marked and stays in use: it moves the line that says where the live
/// setting is. The map is of one setting, whichever is chosen.
package dev.weightscope.ui.sweep;
