"""Versions, libraries and memory of this process."""

import platform
import re

import torch


def describe(threads):
    """One line: exact versions and the BLAS library in use."""
    try:
        import torchvision

        vision = torchvision.__version__
    except ImportError:
        vision = "absent"
    onednn = re.search(r"MKL-DNN v([\d.]+)", torch.__config__.show())
    return (
        f"torch {torch.__version__}, torchvision {vision}, Python {platform.python_version()}, "
        f"oneDNN {onednn.group(1) if onednn else 'absent'}, BLAS {blas()}, {threads} threads"
    )


def blas():
    """Paths of the BLAS libraries that are loaded; several OpenBLAS builds differ in their thread pools."""
    with open("/proc/self/maps") as maps:
        paths = {line.split()[-1] for line in maps if re.search(r"/lib(openblas|blas|mkl)[^/]*\.so", line)}
    return " ".join(sorted(paths)) or "built in"


def peak_megabytes():
    """ru_maxrss would count the process that started this one, too."""
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
