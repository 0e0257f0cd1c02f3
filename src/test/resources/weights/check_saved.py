"""Runs and trains networks with --save-weights and computes them again in PyTorch from the saved files.

    python check_saved.py java ... dev.weightscope.Main      # or: python check_saved.py weightscope

Needs numpy and torch. Prints, for each experiment, the largest relative difference between the
standard deviations of the activations that the program tells and those that PyTorch finds; then, of
networks that are saved, loaded with --weights, trained, and saved again, between the losses, and between
the weights, which moved by the gradients of each step. Ends with 1 if one is above 1e-5.
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
TRAININGS = [
    # activation, loss, classes (0: a number), options
    (torch.tanh, torch.nn.functional.binary_cross_entropy_with_logits, 2, "--widths 12,16,8,1 --initializer xavier-normal --bias normal"),
    (torch.relu, torch.nn.functional.cross_entropy, 3, "--widths 12,20,3 --initializer he-uniform"),
    (torch.nn.functional.gelu, torch.nn.functional.mse_loss, 0, "--widths 12,9,1 --initializer orthogonal"),
]
LEARNING_RATE = 0.1
STEPS = 4
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


def answer(program, *words):
    done = subprocess.run([*program, *map(str, words)], check=True, capture_output=True)
    return json.loads(done.stdout)


def largest_difference(pairs):
    return max(((one - other).abs().max() / other.abs().max()).item() for one, other in pairs)


def training_differences(program, directory, rows, activation, loss, classes, options):
    """Of losses and of weights, relative to the largest."""
    table, before, after = (directory / name for name in ("t.csv", "a.safetensors", "b.safetensors"))
    targets = rows @ np.linspace(-1, 1, FEATURES, dtype=np.float32)
    if classes:
        targets = np.digitize(targets, np.quantile(targets, np.arange(1, classes) / classes))
    lines = [",".join([*(repr(float(value)) for value in row), f"{target}"]) for row, target in zip(rows, targets)]
    names = ",".join([*(f"x{i}" for i in range(FEATURES)), "target"])
    table.write_text("\n".join([names, *lines]) + "\n")
    act = ["--activation", activation.__name__]
    answer(program, "run", "--json", "--samples", "2", "--save-weights", before, *act, *options.split())
    told = answer(
        program, "train", "--json", "--weights", before, "--save-weights", after, *act,
        "--data", table, "--target", "target", "--scaling", "none", "--optimizer", "sgd",
        "--learning-rate", LEARNING_RATE, "--batch", "full", "--steps", STEPS, "--draws", 1,
    )["runs"][0]["draws"][0]["loss"]
    start, end = tensors(before), tensors(after)
    parameters = {name: tensor.requires_grad_() for name, tensor in start.items()}
    optimizer = torch.optim.SGD(parameters.values(), lr=LEARNING_RATE)
    truth = torch.tensor(targets) if classes > 2 else torch.tensor(targets, dtype=torch.float32)[:, None]
    if not classes:
        truth = torch.tensor(targets)[:, None]
    losses = []
    for step in range(STEPS + 1):
        signal = torch.tensor(rows)
        depth = len(parameters) // 2
        for layer in range(depth):
            signal = torch.nn.functional.linear(
                signal, parameters[f"layers.{layer}.weight"], parameters[f"layers.{layer}.bias"]
            )
            signal = activation(signal) if layer < depth - 1 else signal
        found = loss(signal, truth)
        losses.append(found.item())
        if step < STEPS:
            optimizer.zero_grad()
            found.backward()
            optimizer.step()
    of_losses = largest_difference([(torch.tensor(told), torch.tensor(losses))])
    return of_losses, largest_difference([(end[name], tensor.detach()) for name, tensor in parameters.items()])


def main(program):
    rows = np.random.default_rng(1).normal(size=(SAMPLES, FEATURES)).astype(np.float32)
    wrong = 0
    with tempfile.TemporaryDirectory() as directory:
        for activation, options in EXPERIMENTS:
            largest = difference(program, Path(directory), rows, activation, options)
            print(f"{largest:.1e}  {options}")
            wrong += largest > LARGEST_DIFFERENCE
        for activation, loss, classes, options in TRAININGS:
            differences = training_differences(program, Path(directory), rows, activation, loss, classes, options)
            print("{:.1e}  {:.1e}  {}".format(*differences, options))
            wrong += max(differences) > LARGEST_DIFFERENCE
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
