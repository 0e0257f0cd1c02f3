/// A snapshot as a file that others can use: JSON, CSV, PNG, always written whole or not at all.
///
/// JSON and CSV are made from one list of fields, so that they cannot say different things.
/// [dev.weightscope.export.TableFile] lists the tables that go into files, for the command line and
/// for the window alike.
package dev.weightscope.export;
