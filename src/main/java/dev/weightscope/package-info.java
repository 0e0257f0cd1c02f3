/// An oscilloscope for weight initialization. This root package holds the program's entry alone: it
/// looks at the arguments, wires constructors by hand and starts the command line or the window, so
/// that it is the one place that knows every other package.
package dev.weightscope;
