"""Reads and writes safetensors files, one tensor at a time so that no second copy stays in memory."""

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


def write(path, tensors):
    """Tensors by name, row-major whatever their order in memory."""
    names = {torch_type: name for name, torch_type in _TYPES.items()}
    header, end = {}, 0
    for name, tensor in tensors.items():
        begin, end = end, end + tensor.numel() * tensor.element_size()
        header[name] = {
            "dtype": names[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [begin, end],
        }
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little"))
        file.write(text)
        for tensor in tensors.values():
            file.write(tensor.detach().contiguous().numpy().tobytes())
