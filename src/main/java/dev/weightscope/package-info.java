/// WeightScope: an oscilloscope for weight initialization. See the README for the map of the
/// packages.
package dev.weightscope;
