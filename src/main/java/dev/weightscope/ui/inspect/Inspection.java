package dev.weightscope.ui.inspect;

import dev.weightscope.file.NamedPath;
import dev.weightscope.model.FileName;
import dev.weightscope.model.Layouts;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Step;
import dev.weightscope.option.SettingsText;
import dev.weightscope.report.Inspected;
import dev.weightscope.run.Background.Outcome;
import dev.weightscope.session.SessionState;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.state.Session;
import dev.weightscope.weights.Remedy;
import dev.weightscope.weights.WeightFile;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is inspected, and how far that is known. To be used on one thread, the toolkit's.
///
/// A file that is opened becomes a setting of the session once it could be read, and one that is
/// refused changes nothing. Settings that come from elsewhere, a saved session or a step back, are
/// read when the tab is in sight.
public final class Inspection {
    /// Its settings' place among those of the labs.
    public static final String KEY = "inspect";

    private final Session session;
    private final WeightReader reader;
    private final SettingsText<InspectSettings> text = new SettingsText<>(InspectSettings.OPTIONS);
    private final ReadOnlyObjectWrapper<InspectSettings> wanted =
            new ReadOnlyObjectWrapper<>(InspectSettings.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Inspected> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Stand> stand =
            new ReadOnlyObjectWrapper<>(new Stand.Settled());

    /// The settings that were read last, or that the session has and could not be read.
    private InspectSettings settled = InspectSettings.NOTHING;

    /// All that is known of them.
    private @Nullable Inspected known;

    private boolean isInSight;
    private boolean isPartial;

    /// How what is shown stands to what is wanted.
    public sealed interface Stand {
        /// It is what is wanted, or there is nothing to show.
        record Settled() implements Stand {}

        /// @param step empty at the beginning
        record Reading(String name, Optional<Step> step) implements Stand {}

        /// What is shown, if anything, is what was there before.
        ///
        /// @param name of the file
        /// @param line to copy, that leads to a file that can be opened; empty for none
        record Refused(String name, String sentence, String line) implements Stand {}
    }

    public Inspection(Session session, WeightReader reader) {
        this.session = session;
        this.reader = reader;
        session.stateProperty().subscribe(this::follow);
    }

    /// What a person has asked for last.
    public ReadOnlyObjectProperty<InspectSettings> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /// The newest that is known; null where there is nothing.
    public ReadOnlyObjectProperty<@Nullable Inspected> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Stand> standProperty() {
        return stand.getReadOnlyProperty();
    }

    public boolean isBusy() {
        return stand.get() instanceof Stand.Reading;
    }

    /// Whether what is shown is a part of what is being read, and not what was there before.
    boolean isPartial() {
        return isPartial;
    }

    /// Opens a file in the place of what is shown.
    ///
    /// @param source a path, or the key of a file that comes along
    public void open(String source) {
        attempt(source, absolute -> read(settings().opening(absolute)));
    }

    /// Opens a file beside the one that is shown.
    public void compare(String source) {
        attempt(source, absolute -> read(settings().withOther(absolute)));
    }

    /// What is done with a file's absolute path.
    private interface Opening {
        void open(String source);
    }

    private void attempt(String source, Opening opening) {
        try {
            opening.open(
                    source.equals(WeightFile.EXAMPLE)
                            ? source
                            : NamedPath.of(source).toAbsolutePath().toString());
        } catch (Refusal refusal) {
            stand.set(refused(source, String.valueOf(refusal.getMessage())));
        }
    }

    /// Shows the first file alone again.
    public void endComparison() {
        read(settings().withOther(""));
    }

    /// Says how all weights lie but those of which it is said by name.
    public void layOut(LayoutChoice layout) {
        layOut(wanted.get().layouts().withAll(layout.layout()));
    }

    /// Says how one weight lies, or leaves it to what is said of all.
    void layOut(String tensor, LayoutChoice layout) {
        layOut(wanted.get().layouts().with(tensor, layout.layout()));
    }

    private void layOut(Layouts layouts) {
        if (settings().isNothing()) {
            keep(settings().withLayouts(layouts));
        } else if (!layouts.equals(wanted.get().layouts())) {
            read(wanted.get().withLayouts(layouts));
        }
    }

    /// The tab comes to sight.
    public void enter() {
        isInSight = true;
        follow(session.state());
    }

    /// What is being read goes on.
    public void leave() {
        isInSight = false;
    }

    /// Gives up what is being read, for what was there before.
    public void cancel() {
        if (isBusy()) {
            reader.cancel();
            settle(settled, known, new Stand.Settled());
        }
    }

    /// Takes the refusal from sight.
    public void dismiss() {
        if (stand.get() instanceof Stand.Refused) {
            stand.set(new Stand.Settled());
        }
    }

    /// In force: those of the session.
    private InspectSettings settings() {
        return settings(session.state());
    }

    private InspectSettings settings(SessionState state) {
        try {
            return text.parse(state.labs().getOrDefault(KEY, ""));
        } catch (Refusal _) {
            return InspectSettings.NOTHING; // of another version
        }
    }

    private void keep(InspectSettings settings) {
        session.editLab(KEY, text.format(settings));
    }

    private void follow(SessionState state) {
        InspectSettings now = settings(state);
        if (!isInSight || now.equals(settled) || now.equals(wanted.get())) {
            if (now.isNothing() && !isBusy()) {
                wanted.set(now);
            }
            return;
        }
        if (now.isNothing()) {
            reader.cancel();
            settle(now, null, new Stand.Settled());
        } else {
            read(now);
        }
    }

    private void read(InspectSettings next) {
        wanted.set(next);
        String name =
                FileName.quoted(next.file().equals(settled.file()) ? last(next) : next.file());
        stand.set(new Stand.Reading(name, Optional.empty()));
        reader.read(
                next,
                new WeightReader.Listener() {
                    @Override
                    public void step(Step step) {
                        if (next.equals(wanted.get())) {
                            stand.set(new Stand.Reading(name, Optional.of(step)));
                        }
                    }

                    @Override
                    public void partial(Inspected inspected) {
                        if (next.equals(wanted.get()) && isNew(next)) {
                            isPartial = true;
                            shown.set(inspected);
                        }
                    }

                    @Override
                    public void done(Outcome<Inspected> outcome) {
                        take(next, outcome);
                    }
                });
    }

    private static String last(InspectSettings settings) {
        return settings.other().isEmpty() ? settings.file() : settings.other();
    }

    /// Whether a file is opened, of which a part says more than nothing; of the same file as before
    /// the old answer does.
    private boolean isNew(InspectSettings next) {
        return !next.file().equals(settled.file());
    }

    private void take(InspectSettings asked, Outcome<Inspected> outcome) {
        switch (outcome) {
            case Outcome.Done<Inspected>(Inspected inspected) -> {
                settle(asked, inspected, new Stand.Settled());
                keep(asked);
            }
            case Outcome.Failed<Inspected>(String sentence) -> {
                Stand refused = refused(culprit(asked, sentence), sentence);
                if (asked.equals(settings())) {
                    settle(asked, null, refused); // asking again would be refused again
                } else {
                    settle(settled, known, refused);
                }
            }
        }
    }

    /// Which of two files a sentence is about.
    private static String culprit(InspectSettings asked, String sentence) {
        return asked.other().isEmpty() || sentence.startsWith(Quoted.path(asked.file()))
                ? asked.file()
                : asked.other();
    }

    private static Stand refused(String source, String sentence) {
        String line = Remedy.in(sentence).orElse("");
        String why = sentence.substring(0, sentence.length() - line.length()).strip();
        String shown = Sentences.withoutFolders(source, why);
        return new Stand.Refused(
                FileName.quoted(source),
                line.isEmpty() ? shown : shown.substring(0, shown.length() - 1),
                line);
    }

    private void settle(InspectSettings settings, @Nullable Inspected inspected, Stand now) {
        settled = settings;
        known = inspected;
        isPartial = false;
        wanted.set(settings);
        shown.set(inspected);
        stand.set(now);
    }
}
