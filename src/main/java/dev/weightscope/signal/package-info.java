/// The lab of the signal: what becomes of it forward through the layers, and of the gradient on its
/// way back.
///
/// [dev.weightscope.signal.SignalAnswer] is a snapshot of the experiment's own seed, what theory
/// says of it, and what is kept of other draws. [dev.weightscope.signal.SignalSettings] say which
/// of these are asked for; what is not is not computed, and a command line that asks for none gets
/// the bytes that the first version gave. Theory comes first, since it takes least; the
/// experiment's own draw may have a preview; other draws follow one by one, each a partial answer,
/// on an engine of their own, so that the one that a moving slider waits for loses nothing.
///
/// Tables, points and pictures are made from that answer alone:
/// [dev.weightscope.signal.FigureContent] lists what a picture can show,
/// [dev.weightscope.signal.DepthCurves] what stands beside a measured curve.
package dev.weightscope.signal;
