/// How a signal goes through the layers: from snapshots to the charts that show them.
package dev.weightscope.signal;
