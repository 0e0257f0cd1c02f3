/// What is saved of a session, and its one text form: in an experiment file, inside an exported
/// picture, and in the settings.
///
/// Reading has two stages. [dev.weightscope.saved.SavedSession#parse] takes the text apart and
/// looks at no other file; [dev.weightscope.saved.SavedSession#resolve] makes experiments of it,
/// for which it may have to read tables. What cannot be made stays as it was saved.
package dev.weightscope.saved;
