"""Runs experiments with --save-weights and computes them again in PyTorch from the saved file.

    python check_saved.py java ... dev.weightscope.Main      # or: python check_saved.py weightscope

Needs numpy and torch. Prints, for each experiment, the largest relative difference between the
standard deviations of the activations that the program tells and those that PyTorch finds, and ends
with 1 if one is above 1e-5.
"""

import json
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch

EXPERIMENTS = [
    (torch.tanh, "--widths 12,50,40,30 --activation tanh --initializer xavier-uniform --gain 5/3 --bias normal"),
    (torch.relu, "--widths 12,64,64,10 --activation relu --initializer he-normal"),
    (torch.nn.functional.gelu, "--widths 12,33,32 --activation gelu --initializer orthogonal"),
]
FEATURES = 12
SAMPLES = 200
LARGEST_DIFFERENCE = 1e-5


def tensors(path):
    """The tensors of a safetensors file of float32, by name."""
    content = path.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length])
    header.pop("__metadata__")
    found = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        values = np.frombuffer(content[begin:end], "<f4").reshape(entry["shape"])
        found[name] = torch.tensor(values.copy())
    return found


def difference(program, directory, rows, activation, options):
    table, file = directory / "x.csv", directory / "net.safetensors"
    table.write_text("\n".join(",".join(repr(float(value)) for value in row) for row in rows) + "\n")
    command = [*program, "run", "--json", "--save-weights", file, "--input", table, "--scaling", "none"]
    answer = subprocess.run(
        [*command, "--samples", str(SAMPLES), *options.split()], check=True, capture_output=True
    )
    saved = tensors(file)
    signal = torch.tensor(rows)
    largest = 0.0
    for layer, told in enumerate(json.loads(answer.stdout)["layers"]):
        weight, bias = saved[f"layers.{layer}.weight"], saved[f"layers.{layer}.bias"]
        signal = activation(torch.nn.functional.linear(signal, weight, bias))
        std = signal.std(correction=0).item()
        largest = max(largest, abs(std / told["activation"]["std"] - 1))
    return largest


def main(program):
    rows = np.random.default_rng(1).normal(size=(SAMPLES, FEATURES)).astype(np.float32)
    wrong = 0
    with tempfile.TemporaryDirectory() as directory:
        for activation, options in EXPERIMENTS:
            largest = difference(program, Path(directory), rows, activation, options)
            print(f"{largest:.1e}  {options}")
            wrong += largest > LARGEST_DIFFERENCE
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
