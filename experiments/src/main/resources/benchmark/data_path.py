"""Decodes pictures and makes two views of 224 and six of 96 pixels of each, with Pillow and torchvision, in one thread:
the ImageNet recipe of PAWS. Prints one line of JSON with pictures, CPU seconds and pictures per core-second.

Run: python3 data_path.py FOLDER COUNT
"""
import json
import random
import sys
import time
from pathlib import Path

import PIL
import torch
import torchvision
from PIL import Image, ImageFilter
from torchvision import transforms

WARM_UP = 10
ENDINGS = {".jpeg", ".jpg", ".png"}


class Blur:
    def __call__(self, picture):
        return picture.filter(ImageFilter.GaussianBlur(radius=random.uniform(0.1, 2.0)))


def view(size, scale):
    return transforms.Compose([
        transforms.RandomResizedCrop(size, scale=scale),
        transforms.RandomHorizontalFlip(),
        transforms.RandomApply([transforms.ColorJitter(0.8, 0.8, 0.8, 0.2)], p=0.8),
        transforms.RandomGrayscale(p=0.2),
        transforms.RandomApply([Blur()], p=0.5),
        transforms.ToTensor(),
        transforms.Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
    ])


def main(folder, count):
    torch.set_num_threads(1)
    torch.manual_seed(1)
    random.seed(1)
    files = sorted(file for file in Path(folder).rglob("*") if file.suffix.lower() in ENDINGS)
    views = [view(224, (0.14, 1.0))] * 2 + [view(96, (0.05, 0.14))] * 6
    begin = 0
    for step in range(WARM_UP + count):
        if step == WARM_UP:
            begin = time.process_time()
        with open(files[step % len(files)], "rb") as stream:
            picture = Image.open(stream).convert("RGB")
        [make(picture) for make in views]
    seconds = time.process_time() - begin
    print(json.dumps({
        "pictures": count,
        "cpuSeconds": seconds,
        "picturesPerCoreSecond": count / seconds,
        "pillow": PIL.__version__,
        "torchvision": torchvision.__version__,
    }))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]))
