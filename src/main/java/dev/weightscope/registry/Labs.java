package dev.weightscope.registry;

import dev.weightscope.lab.Lab;
import dev.weightscope.phase.PhaseLab;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.spectrum.SpectrumLab;
import dev.weightscope.sweep.SweepLab;
import java.util.List;

/// The labs of the program, in the order of their tabs and commands.
public final class Labs {
    public static final List<Lab<?, ?>> ALL =
            List.of(
                    new SignalLab(),
                    new TrainingLab(),
                    new PhaseLab(),
                    new SpectrumLab(),
                    new SweepLab());

    private Labs() {}
}
