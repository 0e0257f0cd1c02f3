package dev.weightscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The plan of the house, held at every build. Each rule says why it is there.
class ArchitectureTest {
    private static final String ROOT = "dev.weightscope";
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    @Test
    void aPackageKnowsNoMoreThanItNeeds() {
        for (Rooms.Room room : Rooms.ALL) {
            String[] known =
                    Stream.concat(
                                    Stream.of(
                                            "java..",
                                            "javax.imageio..",
                                            "org.jspecify..",
                                            ROOT + "." + room.name()),
                                    room.knows().stream()
                                            .map(each ->
                                                    each.endsWith("..") ? each : ROOT + "." + each))
                            .toArray(String[]::new);
            check(
                    classes()
                            .that()
                            .resideInAPackage(ROOT + "." + room.name())
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(known),
                    room.reason());
        }
    }

    /// The faces may know all others; charts have a rule of their own.
    @Test
    void everyPackageHasARule() {
        List<String> ruled = Rooms.ALL.stream().map(Rooms.Room::name).toList();
        assertEquals(
                List.of(),
                PRODUCT.stream()
                        .map(each -> each.getPackageName())
                        .distinct()
                        .filter(each -> !each.equals(ROOT))
                        .map(each -> each.substring(ROOT.length() + 1))
                        .filter(each -> !each.matches("(cli|ui|chart)(\\..*)?"))
                        .filter(each -> !ruled.contains(each))
                        .toList());
    }

    /// Besides the two that read what no person chose: the list of the display's sockets, and what
    /// a process of the program's own has written.
    @Test
    void filesAreOpenedForReadingInOnePlace() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + ".file")
                        .and()
                        .doNotHaveFullyQualifiedName(ROOT + ".Display")
                        .and()
                        .doNotHaveFullyQualifiedName(ROOT + ".bench.WorkloadProcess")
                        .should()
                        .accessTargetWhere(
                                describe(
                                        "opens a file",
                                        (JavaAccess<?> access) ->
                                                opensAFile(
                                                        access.getTargetOwner().getName(),
                                                        access.getName()))),
                "a file may be of any size, damaged, or a pipe: one place is made for that");
    }

    private static boolean opensAFile(String owner, String method) {
        return switch (owner) {
            case "java.nio.file.Files" ->
                    method.matches(
                            "read(String|AllBytes|AllLines)|lines|new(InputStream|ByteChannel|BufferedReader)");
            case "java.nio.channels.FileChannel" -> method.equals("open");
            case "java.io.FileInputStream", "java.io.FileReader", "java.io.RandomAccessFile" ->
                    method.equals("<init>");
            default -> false;
        };
    }

    @Test
    void theToolkitIsKnownToTheWindowAlone() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + ".ui..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx..", "org.controlsfx..", "org.kordamp.."),
                "the command line must run with no display and never load the toolkit");
    }

    @Test
    void theMathematicsSeesQuestionsAndNoExperiment() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".network")
                        .should()
                        .dependOnClassesThat(
                                describe(
                                        "hold more than a pass is asked for",
                                        (JavaClass other) ->
                                                List.of("Experiment", "Network")
                                                                .contains(other.getSimpleName())
                                                        && other.getPackageName()
                                                                .equals(ROOT + ".model"))),
                "what is kept under a question must be computed from that question alone");
    }

    @Test
    void chartsKnowTheModelAlone() {
        check(
                classes()
                        .that()
                        .resideInAPackage(ROOT + ".chart..")
                        .and()
                        .resideOutsideOfPackage(ROOT + ".chart.image")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java.lang..",
                                "java.util..",
                                "org.jspecify..",
                                ROOT + ".chart..",
                                ROOT + ".model"),
                "a chart is geometry: the same in the window, in a file and in a test");
    }

    @Test
    void nobodyButMainKnowsTheTwoFaces() {
        for (String face : new String[] {"cli", "ui"}) {
            check(
                    noClasses()
                            .that(
                                    describe(
                                            "reside outside of " + face + " and Main",
                                            (JavaClass each) ->
                                                    !each.getPackageName()
                                                                    .startsWith(ROOT + "." + face)
                                                            && !each.getFullName()
                                                                    .startsWith(ROOT + ".Main")))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(ROOT + "." + face + ".."),
                    "the window and the command line are two faces of one engine and can be taken"
                            + " off");
        }
    }

    @Test
    void oneClassCrossesToTheToolkitThread() {
        long callers =
                PRODUCT.stream()
                        .filter(each ->
                                // Calls and references: the one there is hands `Platform::runLater`
                                // on.
                                each.getAccessesFromSelf().stream()
                                        .anyMatch(access ->
                                                access.getTargetOwner()
                                                                .getName()
                                                                .equals(
                                                                        "javafx.application.Platform")
                                                        && access.getName().equals("runLater")))
                        .count();
        assertEquals(1, callers, "classes know Platform.runLater: updates must cost one event");
    }

    @Test
    void threadsAreMadeInRunTheKernelPoolAndForLargeArraysAlone() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(ROOT + ".run", ROOT + ".kernel")
                        .and()
                        .haveNameNotMatching(
                                ROOT.replace(".", "\\.") + "\\.network\\.LargeArrays.*")
                        .should()
                        .dependOnClassesThat(
                                describe(
                                        "make threads",
                                        (JavaClass other) ->
                                                Arrays.asList(
                                                                "java.lang.Thread",
                                                                "java.util.concurrent.Executors",
                                                                "java.util.concurrent.ForkJoinPool",
                                                                "java.util.concurrent.ThreadPoolExecutor",
                                                                "java.util.concurrent.CompletableFuture",
                                                                "javafx.concurrent.Task",
                                                                "javafx.concurrent.Service")
                                                        .contains(other.getName()))),
                "one crossing per direction between threads");
    }

    @Test
    void standardStreamsAreUsedOnTheCommandLineAlone() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(ROOT + ".cli..")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err"),
                "a window has no terminal");
    }

    @Test
    void packagesHaveNoCycles() {
        check(
                slices().matching(ROOT + ".(**)").should().beFreeOfCycles(),
                "a package can be read after those it uses");
    }

    private static void check(ArchRule rule, String reason) {
        rule.because(reason).check(PRODUCT);
    }
}
