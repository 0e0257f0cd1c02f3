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
/// charts, one the bounds of 1200 nodes, the rest many small things.
///
/// The JIT compiler takes one of two processors for the first 43 seconds of dragging: 40 s for 2900
/// methods, of which the toolkit's 14, the JDK's 8, those of vectors and of the kernel 12. Until
/// then a picture takes twice as long. What was tried against that, `bench ui` with the JVM alone,
/// AMD Zen 3, 2 processors, milliseconds from a move of the gain to its paint in the median:
///
/// | tried | gave |
/// | --- | --- |
/// | nothing | 85; 50 when all is compiled |
/// | optimizing after three times as many calls | 89: compiling takes a tenth less, the rest is slower |
/// | calls of long methods not compiled into their callers | 122: painting takes twice as long |
/// | drags in what `package` rehearses, so that its cache says what is worth optimizing | 112 instead of 134 of that start, but the width 188 instead of 107: the kernel waits behind the toolkit |
///
/// What was tried to have the window sooner. Packaged, on Xvfb at 1440 x 900, the same machine,
/// seconds from the call, medians of 4 to 9 starts in turns, while nothing else runs:
///
/// | tried | gave |
/// | --- | --- |
/// | the first question asked behind the first layout: together they want more than two processors | content after 3.4 instead of 4.5, picture after 3.8 instead of 4.5 |
/// | on Linux a launcher that does not ask the package manager whose file it is | `run` 1.30 instead of 1.51, `--version` 0.5 instead of 0.7 |
/// | dropped: class files of picocli rewritten as of Java 8, since the cache takes none before Java 6 | 0.1 of a command, for a changed copy of a library |
/// | dropped: the cache without what the JVM knows of hot methods | picture after 3.7 instead of 3.5 |
/// | not begun: the JIT compiler's threads behind all others | picture after 3.2 instead of 3.5, but only who may raise priorities gets it, and others a warning |
///
/// A window of 70 controls that does nothing, from a cache of its own, takes 1.3 to 1.5 there, and
/// `import torch` 2.3 to 2.9. What is left is half of it the toolkit's thread (0.2 before the
/// window is built, 0.25 to build it, 0.5 for its first styles and layout, 0.3 for its first
/// painting), and the other half what it waits for the JIT compiler, which takes the second
/// processor, and some of the first.
package dev.weightscope.ui;
