"""Runs the scripts that `snippet pytorch --training` prints, beside `train`.

    python check_training.py java ... dev.weightscope.Main      # or: python check_training.py weightscope

Needs numpy, torch, scikit-learn and safetensors. Where the data is the same, the script begins with the
weights that `run` has saved, and each loss is compared with the program's: prints the largest difference
in parts of the first loss. Where data or order are drawn, only the median of the last losses of three
draws is compared: prints the logarithm to base 10 of the ratio. What `train --save-weights` saves, norms
too, is what the script's module has learnt, under the same names. Ends with 1 if one is too large.
"""

import contextlib
import io
import json
import math
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from safetensors.torch import load_file

SAME, LEVEL, LEARNT = 2e-4, 0.5, 0.05
# Gradients by biases in front of a batch norm are rounding alone, which Adam makes steps of its full length
ROUNDING = 2e-3
NOTEBOOK = "--widths 30,20,10,1 --activation tanh "
DEEP = "--data digits --widths 64,40,40,40,40,10 --activation relu --initializer he-normal "
MADE = "--made"
EXPERIMENTS = [
    (NOTEBOOK, SAME),
    (NOTEBOOK + "--optimizer sgd --learning-rate 0.5 --reduction mean", SAME),
    (NOTEBOOK + "--optimizer sgd --learning-rate 0.001 --reduction sum", SAME),
    (NOTEBOOK + "--optimizer momentum --learning-rate 0.05", SAME),
    (NOTEBOOK + "--optimizer nesterov --learning-rate 0.05", SAME),
    (NOTEBOOK + "--optimizer rmsprop --learning-rate 0.001", SAME),
    (NOTEBOOK + "--optimizer adamw --learning-rate 0.01 --weight-decay 0.2", SAME),
    (NOTEBOOK + "--batch 64 --order given", SAME),
    (NOTEBOOK + "--batch 64 --order given --loss-of batch --reduction sum --learning-rate 0.001", SAME),
    (NOTEBOOK + "--test-share 0.2 --order given --scaling unit", SAME),
    (NOTEBOOK + "--goal 0.2 --stop-at-goal", SAME),
    (NOTEBOOK + "--initializer zeros --stop-when-stuck", SAME),
    ("--widths 5,8,1 --columns mean_radius,mean_texture,worst_radius,4,7", SAME),
    ("--widths 30,8,1 --target mean_radius --steps 50", SAME),
    (DEEP + "--steps 60", SAME),
    (DEEP + "--norm batch --batch 100 --order given --steps 30 --optimizer momentum --learning-rate 0.05", SAME),
    (DEEP + "--norm batch --batch 100 --order given --steps 30", ROUNDING),
    (DEEP + "--norm layer --skip two --steps 60", SAME),
    (DEEP + "--norm rms --skip one --optimizer adamw --steps 60", SAME),
    (DEEP + "--norm batch --skip two --branch-scale depth --optimizer sgd --learning-rate 0.1 --steps 60", SAME),
    (DEEP.replace("he-normal", "lsuv") + "--norm layer --steps 60", LEVEL),
    (DEEP + "--batch 100 --steps 100", LEVEL),
    ("--data moons --widths 2,16,16,1 --steps 200", LEVEL),
    ("--data circles --points 500 --widths 2,16,16,1 --steps 200", LEVEL),
    ("--data spirals --widths 2,32,32,1 --noise 0.02 --steps 200 --test-share 0.25", LEVEL),
    ("--data blobs --widths 2,8,1 --steps 50", LEVEL),
    (MADE + " --separator semicolon --decimal comma --missing mean --widths 3,8,3 --steps 50", SAME),
    (MADE + " --missing drop --target size --widths 2,8,1 --columns -kind --steps 50", SAME),
]


def call(program, *words):
    done = subprocess.run([*program, *words], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(" ".join(words) + "\n" + done.stderr)
    return done.stdout


def table(path):
    """Numbers with decimal commas, some missing, and a class in words."""
    random = np.random.default_rng(3)
    lines = ["# made by a test", "size;weight;age;kind"]
    for row in range(120):
        kind = row % 3
        cells = [f"{value:.4f}".replace(".", ",") for value in random.normal(size=3) + kind]
        if row % 17 == 4:
            cells[row % 2] = ""
        lines.append(";".join([*cells, ["oak", "ash", "elm"][kind]]))
    path.write_text("\n".join(lines) + "\n")


def run(snippet, weights):
    made = "network = Network()\n"
    assert snippet.count(made) == 1
    if weights is not None:
        snippet = snippet.replace(made, made + "network.load_state_dict(SAVED, strict=False)\n")
    names = {"SAVED": weights}
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(snippet, "snippet", "exec"), names)
    assert printed.getvalue().startswith("step 0: loss "), printed.getvalue()
    return names["losses"], names["network"]


def exact(program, directory, options):
    file = directory / "net.safetensors"
    call(program, "run", "--csv", "--save-weights", str(file), *options["network"])
    drawn = load_file(file)
    told = json.loads(call(program, "train", "--json", "--draws", "1", "--save-weights", str(file), *options["all"]))
    told = told["runs"][0]["draws"][0]["loss"]
    found, network = run(call(program, "snippet", "pytorch", "--training", *options["all"]), drawn)
    assert len(found) == len(told), (len(found), len(told))
    saved, learnt = load_file(file), dict(network.state_dict())
    network.load_state_dict(saved)  # strict: a name that is missing or too many raises
    moved = max((saved[name] - learnt[name]).abs().max().item() for name in saved)
    assert moved < LEARNT, f"what is saved is {moved:.1e} from what PyTorch has learnt"
    return max(abs(f - t) for f, t in zip(found, told)) / told[0]


def level(program, options):
    told = json.loads(call(program, "train", "--json", "--draws", "3", *options["all"]))
    told = statistics.median(draw["loss"][-1] for draw in told["runs"][0]["draws"])
    found = [
        run(call(program, "snippet", "pytorch", "--training", *options["all"], "--seed", seed), None)[0][-1]
        for seed in ["1", "2", "3"]
    ]
    return abs(math.log10(statistics.median(found) / told))


def split(text, made):
    """All options, and those of them that a network without its data has."""
    words = text.replace(MADE, f"--data {made}").split()
    network = []
    for at, word in enumerate(words):
        if word in ("--widths", "--activation", "--initializer", "--norm", "--skip", "--branch-scale"):
            network += [word, words[at + 1]]
    return {"all": words, "network": network}


def main(program):
    failed = False
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        table(directory / "made.csv")
        for text, most in EXPERIMENTS:
            options = split(text, directory / "made.csv")
            found = level(program, options) if most == LEVEL else exact(program, directory, options)
            bad = not found <= most
            failed |= bad
            print(f"{found:.1e}  {text}{'  TOO LARGE' if bad else ''}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
