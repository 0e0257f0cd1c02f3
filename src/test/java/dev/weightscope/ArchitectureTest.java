package dev.weightscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The plan of the house, held at every build. Each rule says why it is there.
class ArchitectureTest {
    private static final String ROOT = "dev.weightscope";
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

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
    void ejmlIsKnownToTheMathematicsAlone() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + ".network")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.ejml.."),
                "what is drawn and printed are numbers, not matrices");
    }

    @Test
    void theMemoryBudgetKnowsNobodyWhoDrawsFromIt() {
        check(
                classes()
                        .that()
                        .resideInAPackage(ROOT + ".memory")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", ROOT + ".memory", ROOT + ".model"),
                "all labs share it, those to come too");
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
    void theVectorApiIsKnownToTheKernelsAlone() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + ".kernel")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("jdk.incubator.vector.."),
                "an incubating module may change: one package has to follow it");
    }

    @Test
    void theModelKnowsNobody() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".model")
                        .should()
                        .dependOnClassesThat(
                                describe(
                                        "of another package of the program",
                                        (JavaClass other) ->
                                                other.getPackageName().startsWith(ROOT)
                                                        && !other.getPackageName()
                                                                .equals(ROOT + ".model"))),
                "the nouns are what the packages have in common");
    }

    @Test
    void theKernelsKnowArraysAndTheModelAlone() {
        check(
                classes()
                        .that()
                        .resideInAPackage(ROOT + ".kernel")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java..",
                                "jdk.incubator.vector..",
                                "org.jspecify..",
                                ROOT + ".kernel",
                                ROOT + ".model"),
                "hot loops stay small enough to be read whole");
    }

    @Test
    void theoryKnowsTheModelAndTheJdkAlone() {
        check(
                classes()
                        .that()
                        .resideInAPackage(ROOT + ".theory")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java..", "org.jspecify..", ROOT + ".theory", ROOT + ".model"),
                "what is predicted must not lean on what is measured");
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
    void benchmarksKnowTheKernelsAndTheModelAlone() {
        check(
                classes()
                        .that()
                        .resideInAPackage(ROOT + ".bench..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "tools.jackson..",
                                ROOT + ".bench..",
                                ROOT + ".kernel",
                                ROOT + ".model"),
                "a workload is what other libraries do too; what the engine adds has no place in"
                        + " the comparison. The times cross from process to process as JSON");
    }

    @Test
    void theFiguresOfADragKnowTheJdkAlone() {
        check(
                classes()
                        .that()
                        .resideInAPackage(ROOT + ".bench.window")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", "org.jspecify..", ROOT + ".bench.window"),
                "what a figure of the window means is tested without a window");
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
