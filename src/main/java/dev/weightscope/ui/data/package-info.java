/// How a file of numbers is read, looked at before it is used: a sheet with the first rows, what
/// was found out about their form, and what a person says instead.
///
/// A sheet reads in the background, the beginning of a large file first, and changes nothing but
/// itself: whoever opens it is told of a reading that a person uses.
package dev.weightscope.ui.data;
