package dev.weightscope.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.data.DataTables;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.lab.Lab;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.SettingsText;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.race.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSnippetTest {
    private static final Lab<TrainingSettings, ?> LAB = new TrainingLab();
    private static final String WIDTHS = "--widths 30,20,10,1 ";

    @TempDir private Path folder;

    @Test
    void theNotebooksTrainingIsAScript() {
        String text = training(WIDTHS + "--seed 7", "");
        assertEquals(
                """
                def loss_of(z, y):
                    return F.binary_cross_entropy_with_logits(z.squeeze(1), y, reduction="mean")


                def right_of(z, y):
                    return ((z.squeeze(1) > 0) == y).double().mean().item()


                # breast-cancer: 569 rows x 30 columns, each standardized to mean 0 and std 1
                x, y = map(torch.tensor, load_breast_cancer(return_X_y=True))
                constant = x.amax(0) == x.amin(0)  # becomes 0
                std = x.std(0, correction=0).masked_fill(constant, torch.inf)
                x = (x - x.mean(0)) / std
                x, y = x.float(), y.float()

                torch.manual_seed(7)
                network = Network()
                optimizer = torch.optim.Adam(network.parameters(), lr=0.01, betas=(0.9, 0.999), eps=1e-8)
                steps = 100
                losses = []  # before the first step, then after each
                for step in range(steps + 1):
                    loss = loss_of(network(x), y)
                    losses.append(loss.item())
                    if step == steps or not math.isfinite(losses[-1]):
                        break
                    optimizer.zero_grad()
                    loss.backward()
                    optimizer.step()

                for step in range(0, len(losses), 10):
                    print(f"step {step}: loss {losses[step]:.6g}")
                reached = next((k for k, loss in enumerate(losses) if loss <= 0.1), "none")
                print(f"loss 0.1 reached at step: {reached}")
                with torch.no_grad():
                    print(f"right: {right_of(network(x), y):.1%}")
                """,
                text.substring(text.indexOf("def loss_of")));
        assertTrue(
                text.startsWith(
                        """
                        import math

                        import torch
                        import torch.nn.functional as F
                        from sklearn.datasets import load_breast_cancer
                        from torch import nn

                        """),
                text);
        assertTrue(text.contains("        return self.layers[-1](x)\n"), "linear at its end");
    }

    @Test
    void everySettingIsInTheScript() {
        String[][] table = {
            {"--optimizer sgd", "optimizer = torch.optim.SGD(network.parameters(), lr=0.01)"},
            {"--optimizer momentum", "SGD(network.parameters(), lr=0.01, momentum=0.9)"},
            {"--optimizer nesterov", "lr=0.01, momentum=0.9, nesterov=True)"},
            {"--optimizer rmsprop", "RMSprop(network.parameters(), lr=0.01, alpha=0.99, eps=1e-8)"},
            {
                "--optimizer adamw --weight-decay 0.2 --learning-rate 3e-4",
                "AdamW(network.parameters(), lr=3e-4, betas=(0.9, 0.999), eps=1e-8,"
                        + " weight_decay=0.2)"
            },
            {
                "--reduction sum",
                "binary_cross_entropy_with_logits(z.squeeze(1), y, reduction=\"sum\")"
            },
            {"--data digits", "return F.cross_entropy(z, y, reduction=\"mean\")"},
            {"--data digits", "x, y = x.float(), y.long()"},
            {"--data digits", "    return (z.argmax(1) == y).double().mean().item()"},
            {"--data mnist", "x, y = fetch_openml(\"mnist_784\", return_X_y=True, as_frame=False)"},
            {"--data moons", "n = 1000"},
            {"--data moons", "side, angle = 1 - 2 * y, math.pi * share"},
            {"--data circles", "radius, angle = 1 - y / 2, 2 * math.pi * share"},
            {"--data spirals", "angle = math.pi * (3 * share + y)"},
            {
                "--data blobs",
                "x = 2 * y[:, None] - 1 + 0.5 * torch.randn(n, 2, dtype=torch.float64)"
            },
            {"--data blobs", "x = x + 0.1 * torch.randn_like(x)"},
            {"--batch 64", "        yield from torch.randperm(len(x)).split(64)"},
            {"--batch 64 --order given", "        yield from torch.arange(len(x)).split(64)"},
            {"--batch 64", "for step, rows in zip(range(steps + 1), batches()):"},
            {"--batch 64", "        losses.append(loss_of(network(x), y).item())"},
            {"--batch 64", "    loss_of(network(x[rows]), y[rows]).backward()"},
            {"--batch 64 --loss-of batch", "    loss = loss_of(network(x[rows]), y[rows])"},
            {
                "--batch 64 --loss-of batch --reduction sum",
                "    losses.append(loss.item() * 64 / len(rows))  # as of a whole batch"
            },
            {"--batch 569", "for step in range(steps + 1):"},
            {
                "--test-share 0.1",
                "train, test = rows[:-57].sort().values, rows[-57:].sort().values"
            },
            {"--test-share 0.1 --order given", "rows = torch.arange(len(x))"},
            {"--test-share 0.1", "    print(f\"test loss {loss_of(z, y_test).item():.6g}\")"},
            {"--steps 30", "steps = 30"},
            {"--goal 0.25 --stop-at-goal", "    if losses[-1] <= 0.25:"},
            {"--stop-when-stuck", "    last = losses[-51:]  # within 2 % for half of the steps"},
            {"--stop-when-stuck", "    if is_stuck(losses):"},
        };
        for (String[] row : table) {
            String text = training(WIDTHS, row[0]);
            assertTrue(text.contains(row[1] + "\n") || text.contains(row[1]), row[0] + "\n" + text);
        }
        assertEquals(31, table.length);
    }

    @Test
    void normsLearnAndWhatIsMeasuredIsFittedToTheTrainingRows() {
        String batch = "--norm batch --widths 30,20,20,20,1";
        String[][] table = {
            {
                batch,
                "self.norms = nn.ModuleList(nn.BatchNorm1d(n, eps=1e-5, momentum=0.1) for n in"
                        + " widths[1:-1])"
            },
            {batch, "for layer, norm in zip(self.layers[:-1], self.norms):"},
            {
                batch,
                "losses.append(loss_of(copy.deepcopy(network)(x), y).item())  # the copy's averages"
                        + " move"
            },
            {batch, "    network.eval()  # norms by the averages over the steps"},
            {batch + " --skip two", "sizes = [20, 20, 0]"},
            {batch + " --skip two", "while number <= 3:"},
            {"--initializer lsuv --widths 30,20,1", "network.fit(x[:1000])"},
        };
        for (String[] row : table) {
            String text = training(row[0], "--batch 50 --test-share 0.1");
            assertTrue(text.contains(row[1] + "\n"), row[0] + "\n" + text);
        }
        assertEquals(7, table.length);
    }

    @Test
    void aFileIsReadInTheFormThatWasFoundInIt() throws IOException {
        Path file = folder.resolve("trees \u00e9.csv");
        Files.writeString(
                file,
                """
                # measured
                size;age;kind
                1,5;10;oak
                2,25;;ash
                3,5;30;oak
                2,5;20;ash
                """);
        String text =
                training("--widths 2,4,1", "--data-reading \"--missing drop\"", file.toString());
        assertEquals(
                """
                # trees ?.csv: 3 rows x 2 columns, each standardized to mean 0 and std 1
                def number(text):
                    try:
                        return float(text.replace(",", "."))
                    except ValueError:
                        return math.nan


                with open("FOLDER/trees \\u00e9.csv", encoding="utf-8-sig", newline="") as file:
                    table = [row for row in csv.reader(list(file)[1:], delimiter=";") if row][1:]
                columns = range(0, 2)
                labels = ["oak", "ash"]
                table = [row for row in table if row[2].strip() in labels]
                y = torch.tensor([labels.index(row[2].strip()) for row in table], dtype=torch.float64)
                x = [[number(row[i]) for i in columns] for row in table]
                x = torch.tensor(x, dtype=torch.float64)
                whole = ~(x.isnan().any(1) | y.isnan())
                x, y = x[whole], y[whole]
                constant =\
                """,
                text.substring(text.indexOf("# trees"), text.indexOf(" x.amax"))
                        .replace(folder.toString(), "FOLDER"));
        assertTrue(text.startsWith("import csv\nimport math\n\nimport torch\n"), text);
    }

    @Test
    void columnsAndTargetOfWhatComesAlongAreChosenAsSaid() {
        String text =
                training(
                        "--widths 2,4,1",
                        "--data-reading \"--columns mean_area,2 --target mean_radius --scaling"
                                + " none\"");
        assertTrue(
                text.contains(
                        """
                        table = torch.cat([x, y[:, None]], 1)
                        x, y = table[:, [1, 3]], table[:, 0]
                        x, y = x.float(), y.float()
                        """),
                text);
        assertTrue(text.contains("return F.mse_loss(z.squeeze(1), y, reduction=\"mean\")"), text);
        assertTrue(!text.contains("right"), "a number is neither right nor wrong");
        String standardized = training("--widths 2,4,1", "--data-reading \"--target mean_radius\"");
        assertTrue(
                standardized.contains(
                        """
                        x = (x - x.mean(0)) / std
                        constant = y.amax(0) == y.amin(0)  # becomes 0
                        std = y.std(0, correction=0).masked_fill(constant, torch.inf)
                        y = (y - y.mean(0)) / std
                        x, y = x.float(), y.float()
                        """),
                standardized);
    }

    @Test
    void whatCannotBeTrainedIsRefused() {
        assertEquals(
                "training computes in float32, not in float16; choose format float32",
                assertThrows(Refusal.class, () -> training("--format float16", "")).getMessage());
    }

    private static String training(String experiment, String settings) {
        TrainingSettings parsed = new SettingsText<>(LAB.options()).parse(settings);
        return training(ExperimentText.parse(experiment), parsed);
    }

    private static String training(String experiment, String settings, String file) {
        TrainingSettings parsed = new SettingsText<>(LAB.options()).parse(settings);
        return training(ExperimentText.parse(experiment), parsed.withData(file));
    }

    private static String training(Experiment experiment, TrainingSettings settings) {
        return Snippets.training(
                experiment,
                new Course(
                        DataTables.outline(
                                settings.data(),
                                settings.readingFor(experiment),
                                Cancellation.NEVER),
                        settings.plan(),
                        settings.split()));
    }
}
