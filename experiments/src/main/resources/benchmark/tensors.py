"""Reads safetensors files, one tensor at a time so that no second copy stays in memory."""

import json

import torch

_TYPES = {"F32": torch.float32, "I64": torch.int64}


def read(path):
    """All tensors of a file by name."""
    found = {}
    with open(path, "rb") as file:
        header_bytes = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(header_bytes))
        for name, entry in header.items():
            if name == "__metadata__":
                continue
            begin, end = entry["data_offsets"]
            file.seek(8 + header_bytes + begin)
            values = torch.frombuffer(bytearray(file.read(end - begin)), dtype=_TYPES[entry["dtype"]])
            found[name] = values.reshape(entry["shape"])
    return found
