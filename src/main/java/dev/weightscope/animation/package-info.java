/// One number on its way from one value to another, as pictures of one size on one scale.
///
/// A [dev.weightscope.animation.Sweep] is the values; a [dev.weightscope.animation.SweptQuestion]
/// is what a lab is asked at each of them: about another experiment, with other settings of its
/// own, or the same, looked at in another [moment][dev.weightscope.lab.Moments]. Whoever asks makes
/// a figure of each answer; [dev.weightscope.animation.Frames] puts these on axes that span what
/// they need in any of them ([dev.weightscope.chart.Chart#axes]). They are drawn and written by
/// [dev.weightscope.export.AnimationFile]. So what is drawn of a whole sweep is kept, which is
/// small against what it is computed from, and of the pictures one.
package dev.weightscope.animation;
