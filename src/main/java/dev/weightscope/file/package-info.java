/// Reading of files that may be anything: of any size, damaged, hostile, or no file at all.
///
/// Every file that the program opens is opened here. Only regular files are: a pipe could block for
/// ever, a device has no end. Each kind has a bound on how much of it is read
/// ([dev.weightscope.file.ReadLimit]), which holds while reading too, since the size that a system
/// states may be wrong or out of date. Whatever is amiss becomes one sentence that begins with the
/// file's own path.
///
/// An interrupt of the reading thread ends the reading at its next block with a
/// [dev.weightscope.kernel.CancelledException].
package dev.weightscope.file;
