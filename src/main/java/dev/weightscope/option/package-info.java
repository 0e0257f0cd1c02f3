/// One description of each part of some settings.
///
/// An [dev.weightscope.option.Option] names a part, explains it, knows by its
/// [dev.weightscope.option.Codec] which values there are and how they are typed, and where in the
/// settings it stands. The command line with its help, saved files, captions, JSON and the window's
/// controls are all made from that one description, so what one of them writes the others read.
/// [dev.weightscope.option.Options] are all options of some settings with their defaults;
/// [dev.weightscope.option.SettingsText] is the settings as a line of text.
///
/// The package knows nothing but the model: an experiment, an engine, a benchmark and each lab have
/// settings of their own and list their options where these are at home.
package dev.weightscope.option;
