/// Light or dark, for every window of the program at once, its popups included.
package dev.weightscope.ui.theme;
