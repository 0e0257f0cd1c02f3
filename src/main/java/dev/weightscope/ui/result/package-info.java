/// The right panel: what the newest snapshot means, and what it is compared with.
package dev.weightscope.ui.result;
