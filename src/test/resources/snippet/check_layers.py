"""Runs the snippets of single layers of every initializer, in the frameworks that are installed.

    python check_layers.py java ... dev.weightscope.Main      # or: python check_layers.py weightscope

Needs numpy, and of torch, keras and jax looks at those that are there. For each initializer the shape of
`W`, its std and its largest magnitude are compared with those of the program's own draw: the std within
five standard errors of a law whose fourth moment is at most twice a normal one's, and that of LSUV, which
is measured, within its tolerance on both sides. Prints what differs, and ends with 1 if anything does.
"""

import importlib.util
import json
import math
import os
import subprocess
import sys

import numpy as np

WIDTHS = [100, 300, 400, 10]
EXPERIMENT = f"--widths {','.join(map(str, WIDTHS))} --gain 1.5 --activation tanh --initializer"
MODULES = {"numpy": "numpy", "pytorch": "torch", "keras": "keras", "jax": "jax"}
BACKENDS = [name for name in ("tensorflow", "torch", "jax") if importlib.util.find_spec(name)]
os.environ.setdefault("KERAS_BACKEND", BACKENDS[0] if BACKENDS else "tensorflow")


def call(program, *words):
    done = subprocess.run([*program, *words], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return done.stdout


def array(tensor):
    return np.asarray(tensor.detach() if hasattr(tensor, "detach") else tensor, np.float64)


def mistakes(framework, snippet, told, initializer, fan_in, fan_out):
    names = {}
    exec(compile(snippet, "snippet", "exec"), names)
    weights, bias = array(names["W"]), array(names["b"])
    shape = (fan_out, fan_in) if framework == "pytorch" else (fan_in, fan_out)
    if weights.shape != shape or bias.shape != (fan_out,):
        yield f"shapes {weights.shape} {bias.shape}"
    # Two draws, of kurtosis up to 6
    relative = 0.25 if initializer == "lsuv" else 5 * math.sqrt(2 * 5 / (4 * weights.size))
    if abs(weights.std() - told["std"]) > relative * told["std"] + 1e-7:
        yield f"std {weights.std():.6g}, not {told['std']:.6g}"
    largest = max(abs(told["min"]), abs(told["max"]))
    if initializer != "lsuv" and not 0.75 * largest <= abs(weights).max() <= largest / 0.75:
        yield f"largest {abs(weights).max():.6g}, not about {largest:.6g}"
    zeros = (weights == 0).mean()
    if abs(zeros - told["zeros"]) > 0.01:
        yield f"zeros {zeros:.4f}, not {told['zeros']:.4f}"


def main(program):
    there = [key for key, module in MODULES.items() if importlib.util.find_spec(module)]
    initializers = [line.split()[0] for line in call(program, "list", "initializers").splitlines()]
    found = []
    for initializer in initializers:
        words = [*EXPERIMENT.split(), initializer]
        layers = json.loads(call(program, "run", "--json", "--samples", "100", *words))["layers"]
        # The input of the first layer is normal, as what an LSUV snippet measures on
        layer = 1 if initializer == "lsuv" else 2
        fans = WIDTHS[layer - 1 : layer + 1]
        for framework in there:
            snippet = call(program, "snippet", framework, "--layer", str(layer), *words)
            for mistake in mistakes(framework, snippet, layers[layer - 1]["weights"], initializer, *fans):
                found.append(mistake)
                print(f"{framework} {initializer}: {mistake}", flush=True)
    print(f"{len(initializers)} initializers in {', '.join(there)}: {len(found)} mistakes")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
