/// Pictures of snapshots as geometry: where each bar, curve, label and mark lies, with no toolkit.
///
/// Every chart is an immutable value ([dev.weightscope.chart.Chart]) made from a view of snapshots.
/// Given an area and a way to measure text it becomes a [dev.weightscope.chart.ChartLayout], which
/// paints itself on any [dev.weightscope.chart.Surface] and says what lies under a point. So the
/// window, the export and the command line draw the same picture, and a test can ask a picture
/// without looking at pixels.
///
/// Here is what all charts have in common, and [dev.weightscope.chart.Figure], the picture to keep.
/// What is on an axis is in [dev.weightscope.chart.axis], histograms in
/// [dev.weightscope.chart.histogram], curves in [dev.weightscope.chart.line], what is made of these
/// for runs of a training in [dev.weightscope.chart.race], maps and curves over a plane of two
/// numbers in [dev.weightscope.chart.plane], bars of one tensor in [dev.weightscope.chart.tensor],
/// and pixels in [dev.weightscope.chart.image].
package dev.weightscope.chart;
