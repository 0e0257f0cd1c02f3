package dev.weightscope.ui.file;

import dev.weightscope.export.TableFile;
import dev.weightscope.model.Experiment;
import java.util.List;
import java.util.Optional;

/// What can be exported now.
///
/// @param experiment of the session, written with all of it into a picture so that it can be
///   brought back
/// @param about what is told beside it
/// @param pictures the one that is on the screen first; none before the first answer
/// @param tables what can be had as numbers; may be empty
public record Exports(
        Experiment experiment, About about, List<Exportable> pictures, List<TableFile> tables) {
    /// What is told of what is exported.
    ///
    /// @param fileName how files are called, without what tells them apart and the ending
    /// @param pictures what a picture holds, in a sentence
    /// @param tables what a table holds, in a sentence
    /// @param network whose weights can be saved; empty where there is none
    public record About(
            String fileName, String pictures, String tables, Optional<NetworkExport<?>> network) {
        /// Of answers about an experiment, and about the pins.
        public static About settings(Experiment experiment) {
            return new About(
                    experiment.initializer().key() + "-" + experiment.activation().function().key(),
                    "A caption states the experiment; drop the picture on the window to get it and"
                            + " its pins back.",
                    "Of the live setting and the pins that are shown; the last column states the"
                            + " experiment.",
                    Optional.empty());
        }

        /// Of what is found in a file.
        ///
        /// @param name of the file, which may have any letters
        public static About file(String name) {
            return new About(
                    name.replaceAll("[^\\w.-]+", "_"),
                    "A caption states the file; drop the picture on the window to inspect it"
                            + " again.",
                    "A row for each tensor.",
                    Optional.empty());
        }

        /// With a network whose weights can be saved.
        public About withNetwork(Optional<NetworkExport<?>> newNetwork) {
            return new About(fileName, pictures, tables, newNetwork);
        }
    }

    public Exports {
        pictures = List.copyOf(pictures);
        tables = List.copyOf(tables);
    }
}
