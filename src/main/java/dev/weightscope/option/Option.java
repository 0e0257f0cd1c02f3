package dev.weightscope.option;

import dev.weightscope.model.Keyed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// The one description of a part of some settings: how it is named, explained, read and written,
/// and where in the settings it stands.
///
/// @param <S> the settings, an immutable record
/// @param <T> the part's value
public final class Option<S, T> implements Keyed {
    private final String key;
    private final String label;
    private final String help;
    private final Codec<T> codec;
    private final BiFunction<S, T, S> with;
    private final Function<S, Optional<T>> get;
    private final Relations<S> relations;

    /// What an option has to do with others.
    ///
    /// @param owner whose choice decides whether this one is read
    /// @param rivals what cannot be given beside it
    /// @param clear the settings without this part's old value
    /// @param isSaidAtDefault whether its default is written out where all settings are
    /// @param companions what is read along with it, and never without it
    private record Relations<S>(
            Optional<Option<S, ?>> owner,
            List<Option<S, ?>> rivals,
            UnaryOperator<S> clear,
            boolean isSaidAtDefault,
            Companions<S> companions) {
        static <S> Relations<S> none() {
            return new Relations<>(
                    Optional.empty(),
                    List.of(),
                    UnaryOperator.identity(),
                    true,
                    new Companions<>(List.of(), Optional.empty()));
        }

        Relations<S> ownedBy(Option<S, ?> newOwner) {
            return new Relations<>(
                    Optional.of(newOwner), rivals, clear, isSaidAtDefault, companions);
        }

        Relations<S> insteadOf(List<Option<S, ?>> newRivals) {
            return new Relations<>(owner, newRivals, clear, isSaidAtDefault, companions);
        }

        Relations<S> clearing(UnaryOperator<S> newClear) {
            return new Relations<>(owner, rivals, newClear, isSaidAtDefault, companions);
        }

        Relations<S> unsaidAtDefault() {
            return new Relations<>(owner, rivals, clear, false, companions);
        }

        Relations<S> together(Companions<S> newCompanions) {
            return new Relations<>(owner, rivals, clear, isSaidAtDefault, newCompanions);
        }
    }

    /// @param reader empty where there are none
    private record Companions<S>(List<Option<S, ?>> list, Optional<JointReader<S>> reader) {}

    /// Reads an option along with its companions: which numbers of a file, along with the file.
    @FunctionalInterface
    public interface JointReader<S> {
        /// @param companions texts of other options; those that are not given are not in it
        /// @throws dev.weightscope.model.Refusal as [Option#read]
        S read(S settings, String text, Map<? extends Option<S, ?>, String> companions);
    }

    private Option(
            String key,
            String label,
            String help,
            Codec<T> codec,
            BiFunction<S, T, S> with,
            Function<S, Optional<T>> get,
            Relations<S> relations) {
        this.key = key;
        this.label = label;
        this.help = help;
        this.codec = codec;
        this.with = with;
        this.get = get;
        this.relations = relations;
    }

    /// A part that all settings read.
    ///
    /// @param key without dashes: `input-scale`; never changes
    /// @param label for the window
    /// @param help one or two sentences, without bounds and default, which are added
    public static <S, T> Option<S, T> of(
            String key,
            String label,
            String help,
            Codec<T> codec,
            BiFunction<S, T, S> with,
            Function<S, T> get) {
        return partial(key, label, help, codec, with, get.andThen(Optional::of));
    }

    /// As [#of], for a part that some settings do not read.
    ///
    /// @param with the settings with another value; the same ones where there is no such part
    /// @param get empty where the settings do not read it
    public static <S, T> Option<S, T> partial(
            String key,
            String label,
            String help,
            Codec<T> codec,
            BiFunction<S, T, S> with,
            Function<S, Optional<T>> get) {
        return new Option<>(key, label, help, codec, with, get, Relations.none());
    }

    /// The same, read only where `owner` has a certain choice: `std` with `initializer normal`.
    public Option<S, T> ownedBy(Option<S, ?> owner) {
        return related(relations.ownedBy(owner));
    }

    /// The same, which cannot be given beside others.
    public Option<S, T> insteadOf(List<Option<S, ?>> rivals) {
        return related(relations.insteadOf(List.copyOf(rivals)));
    }

    /// The same, whose old value gives way before any option is read.
    ///
    /// @param clear the settings with a value that goes with all others
    public Option<S, T> clearing(UnaryOperator<S> clear) {
        return related(relations.clearing(clear));
    }

    /// The same, whose default goes without saying in every text: what was written before there was
    /// such a part is still written with the same bytes. The default can never change then.
    public Option<S, T> unsaidAtDefault() {
        return related(relations.unsaidAtDefault());
    }

    /// The same, read along with others, which say nothing without it.
    ///
    /// @param reader in the place of [#read]
    public Option<S, T> together(List<Option<S, ?>> companions, JointReader<S> reader) {
        return related(
                relations.together(new Companions<>(List.copyOf(companions), Optional.of(reader))));
    }

    /// The same part, of settings that hold these.
    ///
    /// @param inner these settings in the others
    /// @param withInner the others with other ones of these
    public <R> Option<R, T> within(Function<R, S> inner, BiFunction<R, S, R> withInner) {
        return within(Optional.empty(), inner.andThen(Optional::of), withInner);
    }

    /// The same part, of settings of which some hold these.
    ///
    /// @param holder whose choice decides whether they do
    /// @param inner these settings in the others; empty where there are none
    /// @param withInner the others with other ones of these
    public <R> Option<R, T> withinSome(
            Option<R, ?> holder, Function<R, Optional<S>> inner, BiFunction<R, S, R> withInner) {
        return within(Optional.of(holder), inner, withInner);
    }

    private <R> Option<R, T> within(
            Optional<Option<R, ?>> holder,
            Function<R, Optional<S>> inner,
            BiFunction<R, S, R> withInner) {
        Option<R, T> outer =
                partial(
                        key,
                        label,
                        help,
                        codec,
                        (settings, value) ->
                                inner.apply(settings)
                                        .map(own -> withInner.apply(settings, with(own, value)))
                                        .orElse(settings),
                        settings -> inner.apply(settings).flatMap(get));
        Optional<Option<R, ?>> owner =
                relations
                        .owner
                        .<Option<R, ?>>map(own -> own.within(holder, inner, withInner))
                        .or(() -> holder);
        if (owner.isPresent()) {
            outer = outer.ownedBy(owner.get());
        }
        return relations.isSaidAtDefault ? outer : outer.unsaidAtDefault();
    }

    private Option<S, T> related(Relations<S> newRelations) {
        return new Option<>(key, label, help, codec, with, get, newRelations);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// As typed: `--input-scale`.
    public String flag() {
        return "--" + key;
    }

    /// One or two sentences.
    public String help() {
        return help;
    }

    public Codec<T> codec() {
        return codec;
    }

    /// The option whose choice decides whether this one is read: `initializer` for `std`.
    public Optional<Option<S, ?>> owner() {
        return relations.owner;
    }

    /// Whether its default is written out where all settings are.
    boolean isSaidAtDefault() {
        return relations.isSaidAtDefault;
    }

    /// What cannot be given beside it.
    List<Option<S, ?>> rivals() {
        return relations.rivals;
    }

    /// The settings without this part's old value.
    S clear(S settings) {
        return relations.clear.apply(settings);
    }

    /// The value; empty where the settings do not read it.
    public Optional<T> get(S settings) {
        return get.apply(settings);
    }

    /// The settings with another value; the same ones where they have no such part.
    ///
    /// @throws dev.weightscope.model.Refusal if no settings can have it
    public S with(S settings, T value) {
        return with.apply(settings, value);
    }

    /// The text of the value; empty where the settings do not read it.
    public Optional<String> write(S settings) {
        return get(settings).map(codec::write);
    }

    /// The settings with the value that a text stands for.
    ///
    /// @throws dev.weightscope.model.Refusal in one sentence, if the text is no such value
    public S read(S settings, String text) {
        return with(settings, codec.read(key, text));
    }

    /// As [#read], along with those of its companions that are among other options.
    S read(S settings, String text, Map<? extends Option<S, ?>, String> others) {
        return relations.companions.reader.isPresent()
                ? relations.companions.reader.get().read(settings, text, others)
                : read(settings, text);
    }

    /// What is read along with it, and never without it.
    List<Option<S, ?>> companions() {
        return relations.companions.list;
    }

    /// The settings with a value like those that people choose.
    ///
    /// @throws dev.weightscope.model.Refusal if it does not go with the other parts
    public S withSample(S settings, RandomGenerator random) {
        return with(settings, codec.sample(random));
    }

    @Override
    public String toString() {
        return flag();
    }
}
