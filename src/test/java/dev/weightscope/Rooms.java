package dev.weightscope;

import java.util.List;

/// The program's packages, and which others each may know.
final class Rooms {
    /// Which of the program's packages and of other libraries a package may know beside the JDK,
    /// and why it may know no more.
    ///
    /// @param knows packages of the program by their names, those of libraries with two dots
    record Room(String name, List<String> knows, String reason) {}

    static final List<Room> ALL =
            List.of(
                    new Room("model", List.of(), "the nouns are what the packages have in common"),
                    new Room(
                            "kernel",
                            List.of("model", "jdk.incubator.vector.."),
                            "hot loops stay small enough to be read whole, and an incubating"
                                    + " module may change: one package has to follow it"),
                    new Room(
                            "memory",
                            List.of("model"),
                            "all labs draw from the budget, those to come too: it knows none"),
                    new Room(
                            "network",
                            List.of("kernel", "model", "org.ejml.."),
                            "what is drawn and printed are numbers, not matrices"),
                    new Room(
                            "linear",
                            List.of("kernel"),
                            "a matrix is numbers, whatever they are of"),
                    new Room(
                            "theory",
                            List.of("model"),
                            "what is predicted must not lean on what is measured"),
                    new Room(
                            "engine",
                            List.of("kernel", "memory", "model", "network"),
                            "an answer does not depend on who asks or how it is shown"),
                    new Room(
                            "training",
                            List.of("kernel", "memory", "model", "network"),
                            "what is learnt does not depend on who asks or how it is shown"),
                    new Room(
                            "jacobian",
                            List.of("engine", "kernel", "linear", "memory", "model"),
                            "what directions become does not depend on who asks or how it is"
                                    + " shown"),
                    new Room(
                            "inspect",
                            List.of("kernel", "linear", "model"),
                            "what numbers look like does not depend on the file they are from"),
                    new Room(
                            "verdict",
                            List.of("model"),
                            "what a snapshot means follows from its numbers"),
                    new Room(
                            "option",
                            List.of("model"),
                            "one description serves command line, window and files alike"),
                    new Room(
                            "arguments",
                            List.of("data", "engine", "kernel", "model", "option", "weights"),
                            "an experiment is the same text wherever it is written"),
                    new Room(
                            "lab",
                            List.of(
                                    "chart",
                                    "chart.axis",
                                    "chart.line",
                                    "kernel",
                                    "memory",
                                    "model",
                                    "option"),
                            "what a lab is must not depend on any one lab, nor on a face"),
                    new Room(
                            "signal",
                            List.of(
                                    "chart",
                                    "chart.axis",
                                    "chart.histogram",
                                    "chart.line",
                                    "engine",
                                    "kernel",
                                    "lab",
                                    "memory",
                                    "model",
                                    "option",
                                    "theory",
                                    "verdict"),
                            "a lab can be taken out: it knows no other lab, no file and no face"),
                    new Room(
                            "race",
                            List.of(
                                    "arguments",
                                    "chart",
                                    "chart.axis",
                                    "chart.histogram",
                                    "chart.line",
                                    "chart.race",
                                    "data",
                                    "kernel",
                                    "lab",
                                    "memory",
                                    "model",
                                    "option",
                                    "training",
                                    "verdict"),
                            "a lab can be taken out: it knows no other lab and no face"),
                    new Room(
                            "phase",
                            List.of(
                                    "chart",
                                    "chart.axis",
                                    "chart.plane",
                                    "data",
                                    "kernel",
                                    "lab",
                                    "memory",
                                    "model",
                                    "option",
                                    "race",
                                    "theory",
                                    "training"),
                            "what it measures are trainings, on the training lab's data: it knows"
                                    + " that lab, and no face"),
                    new Room(
                            "spectrum",
                            List.of(
                                    "chart",
                                    "chart.axis",
                                    "chart.line",
                                    "chart.spectrum",
                                    "chart.tensor",
                                    "inspect",
                                    "jacobian",
                                    "kernel",
                                    "lab",
                                    "memory",
                                    "model",
                                    "option",
                                    "race",
                                    "training",
                                    "verdict"),
                            "what training moves is asked of the lab that trains; beside it it"
                                    + " knows no lab, no file and no face"),
                    new Room(
                            "sweep",
                            List.of(
                                    "arguments",
                                    "chart",
                                    "chart.axis",
                                    "chart.line",
                                    "chart.plane",
                                    "engine",
                                    "jacobian",
                                    "kernel",
                                    "lab",
                                    "memory",
                                    "model",
                                    "option",
                                    "race",
                                    "training"),
                            "what is swept are other labs' figures: it knows those labs, and no"
                                    + " face"),
                    new Room(
                            "registry",
                            List.of("lab", "phase", "race", "signal", "spectrum", "sweep"),
                            "the list of labs knows nothing but labs"),
                    new Room(
                            "run",
                            List.of("kernel", "lab", "model"),
                            "threads are the same whatever is computed or shown"),
                    new Room(
                            "session",
                            List.of("arguments", "model", "option", "preset"),
                            "what a person works on is tested with no window and no file"),
                    new Room(
                            "saved",
                            List.of("arguments", "model", "option", "session"),
                            "what is saved is text; where it goes is for others to know"),
                    new Room(
                            "file",
                            List.of("kernel", "model"),
                            "every kind of file is opened the same way"),
                    new Room(
                            "data",
                            List.of("file", "kernel", "model", "de.siegmar.fastcsv.."),
                            "a table is numbers with names, whoever reads it"),
                    new Room(
                            "weights",
                            List.of("file", "model", "tools.jackson..", "io.jhdf.."),
                            "a file of weights is tensors with names, whoever looks at them"),
                    new Room(
                            "report",
                            List.of(
                                    "chart",
                                    "chart.axis",
                                    "chart.tensor",
                                    "inspect",
                                    "kernel",
                                    "lab",
                                    "model",
                                    "weights"),
                            "what is found in a file is the same in either face"),
                    new Room(
                            "snippet",
                            List.of("data", "model", "training"),
                            "a snippet is text that follows from what is asked, not from answers"),
                    new Room(
                            "preset",
                            List.of("arguments", "model", "tools.jackson.."),
                            "a scene is an experiment and what to look for"),
                    new Room(
                            "export",
                            List.of(
                                    "arguments",
                                    "chart",
                                    "chart.image",
                                    "export.pdf",
                                    "file",
                                    "kernel",
                                    "lab",
                                    "memory",
                                    "model",
                                    "option",
                                    "weights",
                                    "de.siegmar.fastcsv..",
                                    "javax.xml.stream..",
                                    "tools.jackson.."),
                            "the answers of all labs are written the same way"),
                    new Room(
                            "animation",
                            List.of(
                                    "arguments",
                                    "chart",
                                    "kernel",
                                    "lab",
                                    "memory",
                                    "model",
                                    "option"),
                            "a number of the experiment or of a lab goes its way through questions"
                                    + " of any lab"),
                    new Room(
                            "export.pdf",
                            List.of("chart", "chart.image"),
                            "a document is a figure's shapes and texts, whatever they are of"),
                    new Room(
                            "bench",
                            List.of("kernel", "model", "network", "training", "tools.jackson.."),
                            "a workload is what other libraries do too; what the engine adds has"
                                    + " no place in the comparison. Times cross from process to"
                                    + " process as JSON"),
                    new Room(
                            "bench.window",
                            List.of(),
                            "what a figure of the window means is tested without a window"));

    private Rooms() {}
}
