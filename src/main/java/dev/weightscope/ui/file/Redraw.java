package dev.weightscope.ui.file;

import dev.weightscope.chart.Figure;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalSettings;
import java.util.function.Function;

/// What makes a picture move: the same of other answers.
///
/// @param settings what was asked of the experiment
/// @param figure of an answer; reads nothing of the window, since another thread calls it
public record Redraw(SignalSettings settings, Function<SignalAnswer, Figure> figure) {}
