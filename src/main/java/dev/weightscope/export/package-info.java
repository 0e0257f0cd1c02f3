/// A snapshot as a file that others can use: JSON, CSV, PNG, always written whole or not at all.
///
/// JSON and CSV are made from one list of fields, so that they cannot say different things.
package dev.weightscope.export;
