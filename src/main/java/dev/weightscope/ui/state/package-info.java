/// What the window knows: the experiment, the newest answer, the pins and the way back.
///
/// Plain values in observable properties and no control, so that all of it is tested without a
/// window.
package dev.weightscope.ui.state;
