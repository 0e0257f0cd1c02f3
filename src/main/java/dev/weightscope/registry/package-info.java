/// Which labs there are: the one line that adds a lab.
///
/// The window and the command line are handed the list and know none of them, so that a test can
/// add a lab of its own.
package dev.weightscope.registry;
