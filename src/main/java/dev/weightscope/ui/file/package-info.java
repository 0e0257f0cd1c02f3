/// Files that go in and out of the window: experiments, tables dropped on it, exported pictures.
package dev.weightscope.ui.file;
