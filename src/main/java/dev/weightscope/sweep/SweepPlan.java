package dev.weightscope.sweep;

import dev.weightscope.lab.Question;
import dev.weightscope.model.Amounts;
import dev.weightscope.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// The runs of one setting: in rows upwards (the second axis), in a row from the left to the right
/// (the first), and at each point draw by draw.
///
/// @param base what is swept
/// @param columns of every row
/// @param rows at least one
/// @param setups of each point, row by row
/// @param first run of the share that is computed
/// @param end behind the last run of it
record SweepPlan(
        Setup base,
        SweepSettings settings,
        List<Place> columns,
        List<Place> rows,
        List<Setup> setups,
        int first,
        int end) {
    private static final int MOST_RUNS = 100_000;

    /// A value of an axis.
    ///
    /// @param text as it is typed; empty for the only row of a sweep over one axis
    /// @param share of the way to the last
    record Place(String text, double share) {}

    /// A run.
    ///
    /// @param draw counted from 0
    record Run(int row, int column, int draw) {}

    /// @throws Refusal in one sentence, if there is no such sweep of the experiment
    static SweepPlan of(Question<SweepSettings> question) {
        SweepSettings settings = question.settings();
        Setup base = new Setup(question.experiment(), settings.training());
        settings.over().requireReadBy(base);
        settings.and().ifPresent(way -> way.requireReadBy(base));
        if (settings.and()
                .filter(way -> way.option().equals(settings.over().option()))
                .isPresent()) {
            throw new Refusal(
                    "%s is swept over already; sweep another number too"
                            .formatted(settings.over().option().key()));
        }
        List<Place> columns = places(settings.over());
        List<Place> rows = settings.and().map(SweepPlan::places).orElse(List.of(new Place("", 0)));
        long runs = (long) columns.size() * rows.size() * settings.draws();
        if (runs > MOST_RUNS) {
            throw new Refusal(
                    "this sweep has %s, more than %d; fewer points or fewer draws would do"
                            .formatted(Amounts.counted(runs, "run"), MOST_RUNS));
        }
        List<Setup> setups = new ArrayList<>();
        for (Place row : rows) {
            Setup ofRow = settings.and().map(way -> with(way, base, row)).orElse(base);
            for (Place column : columns) {
                setups.add(with(settings.over(), ofRow, column));
            }
        }
        return new SweepPlan(
                base,
                settings,
                columns,
                rows,
                List.copyOf(setups),
                settings.slice().first((int) runs),
                settings.slice().end((int) runs));
    }

    /// The same question with the swept numbers of the experiment where their ways begin, as far as
    /// they decide nothing: of settings that differ in these alone there is one sweep.
    static Question<SweepSettings> unswept(Question<SweepSettings> question) {
        SweepSettings settings = question.settings();
        List<Way> ways = new ArrayList<>(settings.and().stream().toList());
        ways.add(settings.over());
        Setup base = new Setup(question.experiment(), settings.training());
        try {
            Setup begun = at(ways, base, Way::low);
            boolean isAlike =
                    begun.training().equals(base.training())
                            && begun.equals(at(ways, begun, Way::low))
                            && at(ways, begun, Way::high).equals(at(ways, base, Way::high));
            return isAlike ? new Question<>(begun.experiment(), settings) : question;
        } catch (Refusal _) {
            return question; // it is refused when it is asked
        }
    }

    private static Setup at(List<Way> ways, Setup setup, ToDoubleFunction<Way> value) {
        Setup moved = setup;
        for (Way way : ways) {
            way.requireReadBy(moved);
            moved = way.option().read(moved, way.typed(value.applyAsDouble(way)));
        }
        return moved;
    }

    /// The same runs, of another setting that is [#unswept] alike.
    SweepPlan of(Setup newBase) {
        return new SweepPlan(newBase, settings, columns, rows, setups, first, end);
    }

    private static Setup with(Way way, Setup setup, Place place) {
        return way.option().read(setup, place.text());
    }

    private static List<Place> places(Way way) {
        List<Place> places = new ArrayList<>();
        way.places().forEach((text, share) -> places.add(new Place(text, share)));
        return List.copyOf(places);
    }

    /// How many runs there are to compute.
    int size() {
        return end - first;
    }

    int draws() {
        return settings.draws();
    }

    /// @param number counted from 0, of all runs
    Run run(int number) {
        int point = number / draws();
        return new Run(point / columns.size(), point % columns.size(), number % draws());
    }

    /// The inverse of [#run].
    int number(Run run) {
        return (run.row() * columns.size() + run.column()) * draws() + run.draw();
    }

    /// What a run is of, with the seed of its draw.
    Setup setup(Run run) {
        Setup setup = setup(run.row(), run.column());
        return setup.withExperiment(setup.experiment().withSeed(seed(run)));
    }

    Setup setup(int row, int column) {
        return setups.get(row * columns.size() + column);
    }

    long seed(Run run) {
        return setup(run.row(), run.column()).experiment().seed() + run.draw();
    }

    /// Where the setting itself stands to the right; empty where it lies beyond the axis.
    OptionalDouble here() {
        OptionalDouble value = settings.over().valueIn(base);
        if (value.isEmpty()) {
            return value;
        }
        double share = settings.over().share(value.getAsDouble());
        return share >= 0 && share <= 1 ? OptionalDouble.of(share) : OptionalDouble.empty();
    }

    /// The row nearest to where the setting itself stands.
    int liveRow() {
        Optional<Way> and = settings.and();
        if (and.isEmpty()) {
            return 0;
        }
        double share = and.get().share(and.get().valueIn(base).orElse(Double.NaN));
        int nearest = 0;
        for (int row = 1; row < rows.size(); row++) {
            if (Math.abs(rows.get(row).share() - share)
                    < Math.abs(rows.get(nearest).share() - share)) {
                nearest = row;
            }
        }
        return nearest;
    }

    /// `gain 1.25, depth 20`: where a run stands, for a message.
    String where(Run run) {
        String column = settings.over().option().key() + " " + columns.get(run.column()).text();
        return settings.and()
                .map(way -> column + ", " + way.option().key() + " " + rows.get(run.row()).text())
                .orElse(column);
    }
}
