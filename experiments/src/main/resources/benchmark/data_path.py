"""Makes the views of a PAWS recipe from pictures, with Pillow and torchvision, in one thread.

    imagenet  decodes files; two views of 224 and six of 96 pixels
    cifar     takes records of CIFAR-10's binary files from memory; two views of 32 and six of 18 pixels

Prints one line of JSON with pictures, CPU seconds and pictures per core-second.
Run: python3 data_path.py imagenet|cifar FOLDER COUNT
"""
import json
import random
import sys
import time
from pathlib import Path

import numpy
import PIL
import torch
import torchvision
from PIL import Image, ImageFilter, ImageOps
from torchvision import transforms

ENDINGS = {".jpeg", ".jpg", ".png"}
RECORD = 1 + 3 * 32 * 32


class Blur:
    def __call__(self, picture):
        return picture.filter(ImageFilter.GaussianBlur(radius=random.uniform(0.1, 2.0)))


class Solarize:
    def __call__(self, picture):
        return ImageOps.solarize(picture, random.uniform(0, 256))


def view(size, scale, jitter, appearance, mean, deviation):
    return transforms.Compose([
        transforms.RandomResizedCrop(size, scale=scale),
        transforms.RandomHorizontalFlip(),
        transforms.RandomApply([transforms.ColorJitter(0.8 * jitter, 0.8 * jitter, 0.8 * jitter, 0.2 * jitter)], p=0.8),
        *appearance,
        transforms.ToTensor(),
        transforms.Normalize(mean, deviation),
    ])


def imagenet(folder):
    """Number of pictures, a function that opens one, views, and pictures before the clock starts."""
    files = sorted(file for file in Path(folder).rglob("*") if file.suffix.lower() in ENDINGS)
    appearance = [transforms.RandomGrayscale(p=0.2), transforms.RandomApply([Blur()], p=0.5)]
    rest = 1.0, appearance, (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)

    def picture(index):
        with open(files[index], "rb") as stream:
            return Image.open(stream).convert("RGB")

    return len(files), picture, [view(224, (0.14, 1.0), *rest)] * 2 + [view(96, (0.05, 0.14), *rest)] * 6, 10


def cifar(folder):
    """The same; torchvision's own CIFAR10 keeps its pictures in such an array, too."""
    files = sorted(Path(folder).rglob("data_batch_*.bin"))
    records = numpy.concatenate([numpy.fromfile(file, numpy.uint8) for file in files]).reshape(-1, RECORD)
    pictures = numpy.ascontiguousarray(records[:, 1:].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1))
    appearance = [
        transforms.RandomApply([Solarize()], p=0.2),
        transforms.RandomApply([ImageOps.equalize], p=0.2),
    ]
    rest = 0.5, appearance, (0.4914, 0.4822, 0.4465), (0.2023, 0.1994, 0.2010)
    views = [view(32, (0.75, 1.0), *rest)] * 2 + [view(18, (0.3, 0.75), *rest)] * 6
    return len(pictures), lambda index: Image.fromarray(pictures[index]), views, 500


def main(kind, folder, count):
    torch.set_num_threads(1)
    torch.manual_seed(1)
    random.seed(1)
    size, picture, views, warm_up = {"imagenet": imagenet, "cifar": cifar}[kind](folder)
    begin = 0
    for step in range(warm_up + count):
        if step == warm_up:
            begin = time.process_time()
        source = picture(step % size)
        [make(source) for make in views]
    seconds = time.process_time() - begin
    print(json.dumps({
        "pictures": count,
        "cpuSeconds": seconds,
        "picturesPerCoreSecond": count / seconds,
        "pillow": PIL.__version__,
        "torchvision": torchvision.__version__,
    }))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
