/// One number of an experiment on its way from one value to another, as pictures of one size on one
/// scale.
///
/// A [dev.weightscope.animation.Sweep] is the values; whoever asks a lab about each of them makes a
/// figure of each answer; [dev.weightscope.animation.Frames] puts these on axes that span what they
/// need in any of them ([dev.weightscope.chart.Chart#axes]). They are drawn and written by
/// [dev.weightscope.export.AnimationFile]. So the answers of a whole sweep are kept, which are
/// small against what they are computed from, and of the pictures one.
package dev.weightscope.animation;
