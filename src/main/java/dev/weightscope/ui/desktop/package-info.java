/// What the desktop does for the window: choosing files, the clipboard, opening a folder.
///
/// An interface, since none of it can be had without a person in front of a screen; tests bring
/// their own.
package dev.weightscope.ui.desktop;
