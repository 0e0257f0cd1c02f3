package dev.weightscope.inspect;

import dev.weightscope.model.FanMode;
import dev.weightscope.model.Law;
import java.util.Optional;

/// A law under one of its names.
///
/// @param key that of the catalogue's scheme, or of a framework's default that the catalogue has no
///   scheme for: `pytorch-embedding`, `keras-embedding`, `bert`
/// @param label for people
/// @param gain that the scheme's law is multiplied by
/// @param fan which of the tensor's fans the scale follows from, by the layout that it was read in;
///   a law of fan-in reads as one of fan-out where the layout is the other one. Empty where the
///   scale does not follow from a fan
/// @param law gain included
public record NamedLaw(String key, String label, double gain, Optional<FanMode> fan, Law law) {
    /// How many of its settings are not the usual ones.
    int departures() {
        return (gain == 1 ? 0 : 1)
                + (fan.filter(each -> each == FanMode.FAN_OUT).isPresent() ? 1 : 0);
    }
}
