/// What the window knows: the session that all labs share, and a state for each lab.
///
/// Plain values in observable properties and no control, so that all of it is tested without a
/// window.
package dev.weightscope.ui.state;
