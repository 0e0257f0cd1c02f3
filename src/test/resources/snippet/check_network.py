"""Runs the modules that `snippet pytorch --network` prints, on the weights that `run` has saved.

    python check_network.py java ... dev.weightscope.Main      # or: python check_network.py weightscope

Needs numpy, torch and safetensors. For each experiment the module takes the saved weights, and the
stds of all its pre-activations and of its output are compared with what the program tells; then it
draws its own, and the stds of the weights of all layers are compared. Prints both largest relative
differences for each, and ends with 1 if one is too large.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file

FEATURES, SAMPLES = 40, 300
# Options, and the largest relative differences: of the signal, of drawn weights
EXPERIMENTS = [
    ("--activation tanh --initializer xavier-uniform --gain 5/3 --bias normal", 1e-5, 0.1),
    ("--activation relu --initializer he-normal --norm layer", 1e-5, 0.1),
    ("--activation gelu --initializer orthogonal --norm batch", 1e-5, 0.1),
    ("--activation selu --initializer lecun-normal --norm rms", 1e-5, 0.1),
    ("--activation tanh --initializer gpt2 --skip one --norm layer", 1e-5, 0.1),
    ("--activation relu --initializer fixup --skip two --branch-scale depth", 1e-5, 0.1),
    ("--activation gelu --initializer he-normal --skip two --norm batch --branch-scale 0.5", 1e-5, 0.1),
    ("--activation mish --initializer flax-dense --skip two --norm rms", 1e-5, 0.1),
    ("--activation tanh --initializer lsuv --gain 1.5", 1e-5, 0.25),
    ("--activation relu --initializer lsuv --skip two --norm batch", 1e-5, 0.25),
    ("--activation relu --initializer he-normal --format bfloat16 --bias uniform", 1e-4, 0.1),
    ("--activation gelu --initializer he-normal --format float16 --skip two --norm layer", 1e-4, 0.1),
    ("--activation tanh --initializer lsuv --format bfloat16 --norm rms", 1e-4, 0.25),
]
WIDTHS = f"--widths {FEATURES},50,50,50,30,50,50,20"


def call(program, *words):
    done = subprocess.run([*program, *words], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return done.stdout


def made(snippet):
    names = {}
    exec(compile(snippet, "snippet", "exec"), names)
    return names["network"]


def stds(network, rows):
    """Of the pre-activations of each layer, then of the output."""
    found = []
    hooks = [
        layer.register_forward_hook(lambda _, inputs, z: found.append(z.std(correction=0).item()))
        for layer in network.layers
    ]
    with torch.no_grad():
        out = network(rows)
    for hook in hooks:
        hook.remove()
    return [*found, out.std(correction=0).item()]


def difference(found, told):
    assert len(found) == len(told)
    return max(abs(f / t - 1) if t else abs(f) for f, t in zip(found, told))


def check(program, directory, rows, options):
    table, file = directory / "x.csv", directory / "net.safetensors"
    table.write_text("\n".join(",".join(repr(float(value)) for value in row) for row in rows) + "\n")
    experiment = [*WIDTHS.split(), *options.split()]
    experiment += ["--input", str(table), "--scaling", "none", "--samples", str(SAMPLES)]
    layers = json.loads(call(program, "run", "--json", "--save-weights", str(file), *experiment))["layers"]
    network = made(call(program, "snippet", "pytorch", "--network", *experiment))
    weights = difference(
        [layer.weight.std(correction=0).item() for layer in network.layers],
        [layer["weights"]["std"] for layer in layers],
    )
    missing, unexpected = network.load_state_dict(load_file(file), strict=False)
    assert not unexpected and all(name.startswith("norms.") for name in missing), (missing, unexpected)
    told = [layer["preActivation"]["std"] for layer in layers]
    told.append(layers[-1]["activation"]["std"])
    return difference(stds(network, torch.tensor(rows)), told), weights


def main(program):
    rows = np.random.default_rng(1).normal(size=(SAMPLES, FEATURES)).astype(np.float32)
    failed = False
    with tempfile.TemporaryDirectory() as directory:
        for options, most_signal, most_weights in EXPERIMENTS:
            signal, weights = check(program, Path(directory), rows, options)
            bad = not (signal <= most_signal and weights <= most_weights)
            failed |= bad
            print(f"{signal:.1e} {weights:.1e}  {options}{'  TOO LARGE' if bad else ''}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
