package dev.weightscope.model;

/// The layers: how wide they are, how they are joined and what each of them does.
///
/// @param format of the weights, biases, input and activations; products are summed in float32
///   whatever it is, as accelerators do
public record Network(
        LayerWidths widths,
        Architecture architecture,
        Activation activation,
        Weights weights,
        Bias bias,
        NumberFormat format) {
    /// @throws Refusal if the weights are of a file and the widths are not
    public Network {
        if (weights.initializer() instanceof LoadedWeights loaded
                && !widths.equals(loaded.widths())) {
            throw new Refusal(
                    "depth and widths follow from %s, whose are %s; choose an initializer to draw weights of other widths"
                            .formatted(loaded.label(), loaded.widths().text()));
        }
    }

    /// Ten tanh layers of 500, Xavier uniform.
    public static final Network DEFAULT =
            new Network(
                    new LayerWidths.Same(10, 500),
                    Architecture.PLAIN,
                    Activation.of(ActivationFunction.TANH),
                    new Weights(StandardInitializer.of(InitializerScheme.XAVIER_UNIFORM), 1),
                    Bias.DEFAULT,
                    NumberFormat.FLOAT32);

    /// What the weights are drawn with, or has them from a file.
    public Initializer initializer() {
        return weights.initializer();
    }

    /// What every weight is multiplied by.
    public double gain() {
        return weights.gain();
    }

    public Network withWidths(LayerWidths newWidths) {
        return new Network(newWidths, architecture, activation, weights, bias, format);
    }

    public Network withArchitecture(Architecture newArchitecture) {
        return new Network(widths, newArchitecture, activation, weights, bias, format);
    }

    public Network withActivation(Activation newActivation) {
        return new Network(widths, architecture, newActivation, weights, bias, format);
    }

    public Network withWeights(Weights newWeights) {
        return new Network(widths, architecture, activation, newWeights, bias, format);
    }

    /// Another initializer; layers of a file bring their widths along.
    public Network withInitializer(Initializer newInitializer) {
        Weights newWeights = weights.withInitializer(newInitializer);
        return newInitializer instanceof LoadedWeights loaded
                ? new Network(loaded.widths(), architecture, activation, newWeights, bias, format)
                : withWeights(newWeights);
    }

    public Network withGain(double newGain) {
        return withWeights(weights.withGain(newGain));
    }

    public Network withBias(Bias newBias) {
        return new Network(widths, architecture, activation, weights, newBias, format);
    }

    public Network withFormat(NumberFormat newFormat) {
        return new Network(widths, architecture, activation, weights, bias, newFormat);
    }

    /// A name short enough for the end of a curve: initializer, gain where it is not 1,
    /// architecture where it is not plain, and format where it is not float32.
    ///
    /// @param gainDigits significant ones of the gain
    String label(int gainDigits) {
        String gainText = gain() == 1 ? "" : ", gain " + Numbers.significant(gain(), gainDigits);
        String architectureText = architecture.isPlain() ? "" : ", " + architecture.label();
        String formatText = format == NumberFormat.FLOAT32 ? "" : ", " + format.label();
        return initializer().label() + gainText + architectureText + formatText;
    }

    /// For captions: `Tanh · Xavier uniform, gain 1 · 10 layers of 500 · batch norm`.
    String caption() {
        String architectureText = architecture.isPlain() ? "" : " · " + architecture.label();
        String biasText =
                bias.kind().hasScale()
                        ? " · bias " + bias.kind().key() + " " + Numbers.plain(bias.scale())
                        : "";
        return "%s · %s, gain %s · %s%s%s"
                .formatted(
                        activation.label(),
                        initializer().label(),
                        Numbers.significant(gain(), 4),
                        widths.label(),
                        architectureText,
                        biasText);
    }
}
