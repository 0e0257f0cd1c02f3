package dev.weightscope.bench.window;

import java.util.SequencedMap;

/// What a benchmark of the window found.
///
/// @param kernel what computed, in a few words, the threads among them
/// @param threads of the kernel
/// @param platform the toolkit's window system: `Headless`, `Gtk`, `Win`, `Mac`
/// @param width of the window's scene, in its units; a larger picture takes longer to paint
/// @param height of it
/// @param steps of each drag
/// @param warmUpDrags how many drags of so many steps came before those that were timed
/// @param drags by what was dragged
/// @param races by what began them
public record WindowFigures(
        String kernel,
        int threads,
        String platform,
        double width,
        double height,
        int steps,
        int warmUpDrags,
        SequencedMap<String, AnswerFigures> drags,
        SequencedMap<String, AnswerFigures> races) {}
