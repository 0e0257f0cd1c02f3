/// A snapshot as a file that others can use: JSON, CSV, PNG, SVG, PDF, GIF, always written whole or
/// not at all.
///
/// JSON and CSV are made from one list of fields, so that they cannot say different things. A
/// picture ([dev.weightscope.export.PictureFile]) carries the text of the session that it shows and
/// is read back with nothing else of it decoded. [dev.weightscope.export.TableFile] lists the
/// tables that go into files, for the command line and for the window alike.
package dev.weightscope.export;
