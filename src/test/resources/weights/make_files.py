"""Writes the files of weights that the tests read, with the formats' own writers.

python make_files.py, in this directory, with numpy, torch, safetensors, onnx, h5py and keras.
Each array has the shape 2 x 3 x 4; in C order its element i is i % 8 - 3, of unsigned types i % 8,
of bool whether i is a multiple of 3.
"""

import os
import pathlib
import struct
import zipfile

import h5py
import numpy as np
import onnx
import torch
from safetensors.torch import save_file

SHAPE = (2, 3, 4)
SIGNED = np.arange(24) % 8 - 3
UNSIGNED = np.arange(24) % 8
BOOL = np.arange(24) % 3 == 0


def array(dtype):
    kind = np.dtype(dtype).kind
    values = BOOL if kind == "b" else UNSIGNED if kind == "u" else SIGNED
    return values.astype(dtype).reshape(SHAPE)


def tensor(dtype):
    unsigned = str(dtype).startswith("torch.uint")
    values = BOOL if dtype == torch.bool else UNSIGNED if unsigned else SIGNED
    return torch.tensor(values).reshape(SHAPE).to(dtype)


TORCH = [
    torch.float64, torch.float32, torch.float16, torch.bfloat16,
    torch.float8_e4m3fn, torch.float8_e5m2, torch.float8_e4m3fnuz, torch.float8_e5m2fnuz,
    torch.int64, torch.int32, torch.int16, torch.int8,
    torch.uint64, torch.uint32, torch.uint16, torch.uint8, torch.bool,
]
NUMPY = ["float64", "float32", "float16", "int64", "int32", "int16", "int8",
         "uint64", "uint32", "uint16", "uint8", "bool"]

save_file({str(each).removeprefix("torch."): tensor(each) for each in TORCH},
          "all-types.safetensors", {"format": "pt", "note": "σ = 1"})
save_file({"complex": torch.zeros(2, dtype=torch.complex64), "empty": torch.zeros(0, 3),
           "one": torch.tensor(2.5)}, "odd.safetensors")

np.savez("all-types.npz", **{each: array(each) for each in NUMPY})
np.savez_compressed("compressed.npz", **{each: np.asfortranarray(array(each)) for each in NUMPY})
np.savez("texts.npz", names=np.array(["a", "bc"]), weights=array("float32"))
np.save("plain.npy", array("float32"))
np.save("fortran.npy", np.asfortranarray(array("int16")))
np.save("big-endian.npy", array(">f8"))
np.save("one-number.npy", np.float32(2.5))
np.save("objects.npy", np.array([{}, None], dtype=object))
for version in (2, 3):
    with open(f"version-{version}.npy", "wb") as file:
        np.lib.format.write_array(file, array("float32"), version=(version, 0))

torch.save({str(each).removeprefix("torch."): tensor(each) for each in TORCH}, "all-types.pt")
torch.manual_seed(0)
base = torch.arange(24, dtype=torch.float32)
torch.save({
    "epoch": 3, "rate": 0.5, "note": "σ = 1",
    "state_dict": torch.nn.Sequential(
        torch.nn.Linear(3, 2, dtype=torch.float64), torch.nn.BatchNorm1d(2)).state_dict(),
    "turned": base.view(4, 6).t(), "part": base.view(4, 6)[1:3, ::2], "same": base,
    "list": [torch.nn.Parameter(base[:2].clone()), {1: base[23]}],
    "complex": torch.zeros(2, dtype=torch.complex64), "empty": torch.zeros(0, 3),
    "size": base.view(4, 6).size(), "device": torch.device("cpu"), "none": None,
}, "views.pt")
torch.save(base.view(2, 12), "newer.pt", pickle_protocol=4)
torch.save(torch.nn.Linear(2, 2), "module.pt")
torch.save({"weight": torch.zeros(2, 2)}, "legacy.pt", _use_new_zipfile_serialization=False)
os.environ["KERAS_BACKEND"] = "torch"
import keras  # noqa: E402

keras.utils.set_random_seed(0)
model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(12, name="first"),
    keras.layers.BatchNormalization(),
    keras.layers.Dense(10, kernel_initializer=keras.initializers.RandomNormal(0, 0.3),
                       bias_initializer="ones"),
    keras.layers.Dense(9, kernel_initializer="he_normal"),
])
model.layers[3].kernel.assign(model.layers[3].kernel * 3)
model.save("model.keras")
model.save_weights("small.weights.h5")
with h5py.File("all-types.h5", "w") as file:
    for each in NUMPY[:-1]:
        file[each] = array(each)
    file["big/endian"] = array(">f4")
    file.create_dataset("chunks", data=array("float32"), chunks=True, compression="gzip")
    file["text"] = "a"
# Element i of each is i, whatever its shape and its chunks, but for what was never written
with h5py.File("chunks.h5", "w") as file:
    table = np.arange(35 * 17).reshape(35, 17)
    file.create_dataset("big-endian", data=table.astype(">f8"), chunks=(8, 5), compression="gzip", shuffle=True)
    file.create_dataset("checksum", data=np.arange(100, dtype="int16"), chunks=(32,), compression="gzip", fletcher32=True)
    file.create_dataset("grown", data=table.astype("float32"), chunks=(4, 17), maxshape=(None, 17))
    file.create_dataset("lzf", data=table.astype("float32"), chunks=(35, 17), compression="lzf")
    file.create_dataset("one", data=table.astype("float32"), chunks=(35, 17), compression="gzip")
    file.create_dataset("packed", data=table.astype("float32"), chunks=(8, 5), compression="gzip", shuffle=True)
    file.create_dataset("three", data=np.arange(210, dtype="float16").reshape(5, 6, 7), chunks=(2, 4, 3), compression=9)
    file.create_dataset("unwritten", (40, 30), "float32", chunks=(8, 8), compression="gzip")


def gguf(path, notes, tensors):
    """Writes version 3; notes are bytes, a tensor is a name, dimensions, a type's number, bytes."""
    def text(value):
        return struct.pack("<Q", len(value.encode())) + value.encode()

    infos, data = b"", b""
    for name, shape, number, values in tensors:
        data += b"\0" * (-len(data) % 32)
        infos += text(name) + struct.pack(f"<I{len(shape)}Q", len(shape), *reversed(shape))
        infos += struct.pack("<IQ", number, len(data))
        data += values
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(notes))
    head += b"".join(text(key) + value for key, value in notes.items()) + infos
    with open(path, "wb") as file:
        file.write(head + b"\0" * (-len(head) % 32) + data)


def quantized(values):
    """Blocks of Q8_0 as ggml's quantize_row_q8_0_ref makes them."""
    blocks = values.reshape(-1, 32).astype(np.float32)
    scale = np.abs(blocks).max(axis=1, keepdims=True) / np.float32(127)
    numbers = np.round(blocks / np.where(scale == 0, np.float32(1), scale))
    return b"".join(
        one.astype("<f2").tobytes() + row.astype(np.int8).tobytes()
        for one, row in zip(scale, numbers))


# Scales 1/127, 2/127, 0 and 0.5/127; the largest number of a block comes first.
PACKED = np.repeat([1, 2, 0, -0.5], 32) * np.tile((33 - np.arange(32)) / 33, 4)
GGUF = {"float32": 0, "float16": 1, "int8": 24, "int16": 25, "int32": 26, "int64": 27, "float64": 28}
gguf("all-types.gguf",
     {"general.name": struct.pack("<IQ", 8, 5) + b"small",
      "tokens": struct.pack("<IIQ", 9, 8, 1) + struct.pack("<Q", 1) + b"a",
      "rate": struct.pack("<If", 6, 0.5)},
     [(each, SHAPE, number, array(each).tobytes()) for each, number in GGUF.items()]
     + [("bfloat16", SHAPE, 30, tensor(torch.bfloat16).view(torch.int16).numpy().tobytes()),
        ("packed", (2, 64), 8, quantized(PACKED)), ("four", (32,), 2, bytes(18))])


def fields(dtype):
    """An initializer whose values are not raw."""
    number = getattr(onnx.TensorProto, {"float32": "FLOAT", "float64": "DOUBLE"}.get(dtype, dtype.upper()))
    values = BOOL if dtype == "bool" else UNSIGNED if dtype.startswith("uint") else SIGNED
    return onnx.helper.make_tensor(dtype, number, SHAPE, values.tolist())


def onnx_model(path, initializers, **options):
    graph = onnx.helper.make_graph([], "graph", [], [], initializers)
    model = onnx.helper.make_model(graph, producer_name="make_files", ir_version=10)
    model.metadata_props.add(key="note", value="σ = 1")
    onnx.save(model, path, **options)


onnx_model("raw.onnx", [onnx.numpy_helper.from_array(array(each), each) for each in NUMPY])
onnx_model("fields.onnx", [fields(each) for each in [*NUMPY, "bfloat16"]] + [
    onnx.helper.make_tensor("texts", onnx.TensorProto.STRING, [2], [b"a", b"b"])])
pathlib.Path("outside.data").unlink(missing_ok=True)
onnx_model("outside.onnx", [onnx.numpy_helper.from_array(array(each), each) for each in NUMPY],
           save_as_external_data=True, location="outside.data", size_threshold=0)
