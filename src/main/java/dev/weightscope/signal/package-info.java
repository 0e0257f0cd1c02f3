/// How a signal goes through the layers: the lab with its table, and from snapshots to the charts
/// that show them.
package dev.weightscope.signal;
