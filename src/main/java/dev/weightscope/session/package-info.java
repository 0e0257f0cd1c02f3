/// What a person works on: the one experiment, the settings pinned for comparison, and the way
/// back.
///
/// [dev.weightscope.session.SessionState] is all of it that can be undone, as one immutable value:
/// an edit makes another one, and [dev.weightscope.session.History] keeps those before. A pin is a
/// setting, not an answer: each lab keeps its own answers to it. No toolkit is known here.
package dev.weightscope.session;
