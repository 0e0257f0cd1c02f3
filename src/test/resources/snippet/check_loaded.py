"""Runs the snippets of layers and networks whose weights are a file's.

    python check_loaded.py java ... dev.weightscope.Main      # or: python check_loaded.py weightscope

Needs numpy, torch and safetensors, and of keras and jax looks at those that are there. The same network is
written in each kind of file; what the snippets read must be what was written, to the rounding of a product
with the gain, and a module must have the weights and biases of all layers. Ends with 1 if one has not.
"""

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file

GAIN = 1.5
MODULES = {"numpy": "numpy", "pytorch": "torch", "keras": "keras", "jax": "jax"}
BACKENDS = [name for name in ("tensorflow", "torch", "jax") if importlib.util.find_spec(name)]
os.environ.setdefault("KERAS_BACKEND", BACKENDS[0] if BACKENDS else "tensorflow")


def call(program, *words):
    done = subprocess.run([*program, *words], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(" ".join(words) + "\n" + done.stderr)
    return done.stdout


def run(snippet):
    names = {}
    exec(compile(snippet, "snippet", "exec"), names)
    return names


def written(network):
    """Names of files, with what is said beside them."""
    state = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    save_file(state, "net.safetensors")
    save_file({name: tensor.bfloat16() for name, tensor in state.items()}, "half.safetensors")
    np.savez("net.npz", **{name: tensor.numpy() for name, tensor in state.items()})
    np.savez("turned.npz", w0=state["0.weight"].T.numpy(), w1=state["1.weight"].T.numpy())
    np.save("one.npy", state["0.weight"].numpy())
    torch.save(state, "flat.pt")
    torch.save({"epoch": 3, "model": {"net": state}}, "deep.pt")
    yield "net.safetensors", "0", 1
    yield "net.npz", "0", 1
    yield "turned.npz", "w0:in-out,w1:in-out", 0
    yield "one.npy", "array:out-in", 0
    yield "flat.pt", "0", 1
    yield "deep.pt", "0", 1
    yield "half.safetensors", "0", 1


def array(tensor):
    return np.asarray(tensor.detach() if hasattr(tensor, "detach") else tensor, np.float64)


def mistakes(program, there, network, file, tensors, has_bias):
    source = ["--weights", file]
    if ":" in tensors:
        source += ["--tensors", tensors]
    words = [*source, "--gain", str(GAIN)]
    for framework in there:
        if framework == "numpy" and file.startswith("half"):
            continue  # NumPy has no bfloat16
        snippet = call(program, "snippet", framework, "--layer", "1", *words)
        if "--save-weights" in snippet:
            save = snippet.split("--save-weights ")[1].replace("\n# ", " ").split()[0].rstrip(".")
            call(program, "run", "--samples", "10", *source, "--save-weights", save)
        names = run(snippet)
        layer = network[0]
        weight = array(layer.weight if framework == "pytorch" else layer.weight.T)
        bias = array(layer.bias) if has_bias else np.zeros(weight.shape[0 if framework == "pytorch" else 1])
        tolerance = 1e-2 if file.startswith("half") else 1e-6
        if array(names["W"]).shape != weight.shape:
            yield f"{framework}: shape {array(names['W']).shape}"
        elif not np.allclose(array(names["W"]), GAIN * weight, rtol=tolerance, atol=1e-9):
            yield f"{framework}: other weights"
        elif not np.allclose(array(names["b"]), bias, rtol=tolerance, atol=1e-9):
            yield f"{framework}: other biases"
    made = run(call(program, "snippet", "pytorch", "--network", *words))["network"]
    for layer, found in zip(network, made.layers):
        if not torch.allclose(GAIN * layer.weight, found.weight, rtol=1e-2):
            yield "the module has other weights"


def main(program):
    there = [key for key, module in MODULES.items() if importlib.util.find_spec(module)]
    torch.manual_seed(1)
    network = torch.nn.Sequential(torch.nn.Linear(30, 70), torch.nn.Linear(70, 20))
    found = 0
    with tempfile.TemporaryDirectory() as directory:
        os.chdir(directory)
        for file, tensors, has_bias in written(network):
            of = list(mistakes(program, there, network, file, tensors, has_bias))
            found += len(of)
            print(f"{file}: {'; '.join(of) or 'as written'}", flush=True)
    return found > 0


if __name__ == "__main__":
    sys.exit(main([str(Path(each).resolve()) if Path(each).exists() else each for each in sys.argv[1:]]))
