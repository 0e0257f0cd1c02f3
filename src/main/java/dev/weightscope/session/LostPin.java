package dev.weightscope.session;

/// A setting that was saved and cannot be made now: its input file has gone, or a hand has been at
/// the text. It is kept as it was, until its person removes it or it can be made again.
///
/// @param name what it is called
/// @param saved the line that it was saved as, in the form of [dev.weightscope.saved.SavedPin]
/// @param reason one sentence: why it cannot be made
public record LostPin(String name, String saved, String reason) {}
