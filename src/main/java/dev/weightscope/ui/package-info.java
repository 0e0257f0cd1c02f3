/// The window: the shell around its parts, the theme, and the one crossing from other threads.
///
/// One value goes round in one direction. A control edits the experiment of the
/// [dev.weightscope.ui.state.Session], which asks the engine; the answer comes back as one
/// snapshot, and every part shows what it is given. Nothing is written anywhere else.
///
/// What was tried to have the picture keep up with a hand on the gain, with 1000 x 900 in memory,
/// painted by the processor; milliseconds of a thread's processor time, AMD Zen 4, 2 processors:
///
/// | tried | gave |
/// | --- | --- |
/// | a part that holds what changes and keeps its size ([dev.weightscope.ui.controls.Still]) | the layout of a frame stays in it |
/// | a tooltip that stays, in place of a new one for each exact number | a move 1.2 to 1.3 instead of 1.7 where the number is long |
/// | twelve painted parts of a frame in place of six | painting 3.5 to 3.7 instead of 4.0 to 4.3 |
/// | gradients by the weights of few inputs in a preview | the preview 8 instead of 14 |
/// | 120 frames a second | an answer waits half as long for its frame |
/// | not begun: a whole answer between newer previews, piece by piece | it would be shown out of order |
/// | dropped: hidden rows out of the scene | by the profile a hundredth of the toolkit's thread |
/// | not begun: boxes of one background and a border, which need no texture | by the profile a tenth of the painting, but other corners |
///
/// Of the toolkit's thread, two tenths of a picture are the experiment's panel, one the layout of
/// charts, one the bounds of 1200 nodes, the rest many small things. Before the JVM has compiled
/// all of it, compiling takes as much as all else, and the picture twice as long.
package dev.weightscope.ui;
