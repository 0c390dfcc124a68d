"""The networks, with the parameter names under which checkpoints hold them."""

import torch
import torch.nn.functional as F
from torch import nn


class WideBlock(nn.Module):
    """Pre-activation block; convolutions have biases and the second one has the stride."""

    def __init__(self, inputs, planes, stride):
        super().__init__()
        self.bn1 = nn.BatchNorm2d(inputs)
        self.conv1 = nn.Conv2d(inputs, planes, 3, 1, 1)
        self.bn2 = nn.BatchNorm2d(planes)
        self.conv2 = nn.Conv2d(planes, planes, 3, stride, 1)
        self.shortcut = nn.Sequential()
        if stride != 1 or inputs != planes:
            self.shortcut = nn.Sequential(nn.Conv2d(inputs, planes, 1, stride))

    def forward(self, x):
        y = self.conv1(F.relu(self.bn1(x)))
        y = self.conv2(F.relu(self.bn2(y)))
        return y + self.shortcut(x)


class WideResNet(nn.Module):
    """Images to features of width 64 * width."""

    def __init__(self, depth, width):
        super().__init__()
        blocks = (depth - 4) // 6
        self.conv1 = nn.Conv2d(3, 16, 3, 1, 1)
        inputs = 16
        for stage in range(3):
            planes = 16 * width << stage
            stride = 1 if stage == 0 else 2
            layers = [WideBlock(inputs, planes, stride)]
            layers += [WideBlock(planes, planes, 1) for _ in range(blocks - 1)]
            setattr(self, f"layer{stage + 1}", nn.Sequential(*layers))
            inputs = planes
        self.bn1 = nn.BatchNorm2d(inputs, momentum=0.99)
        self.features = inputs

    def forward(self, x):
        y = self.layer3(self.layer2(self.layer1(self.conv1(x))))
        return self.fc(F.relu(self.bn1(y)).mean((2, 3)))


class ProjectionHead(nn.Module):
    def __init__(self, hidden, outputs):
        super().__init__()
        self.fc1 = nn.Linear(hidden, hidden)
        self.bn1 = nn.BatchNorm1d(hidden)
        self.fc2 = nn.Linear(hidden, hidden)
        self.bn2 = nn.BatchNorm1d(hidden)
        self.fc3 = nn.Linear(hidden, outputs)

    def forward(self, x):
        y = F.relu(self.bn1(self.fc1(x)))
        return self.fc3(F.relu(self.bn2(self.fc2(y))))


class LayerNorm(nn.LayerNorm):
    """In float32 also where the rest runs in bfloat16, as the CPU kernel needs it."""

    def forward(self, x):
        return super().forward(x.float())


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, x):
        batch, tokens, width = x.shape
        size = width // self.heads
        q, k, v = self.qkv(x).reshape(batch, tokens, 3, self.heads, size).permute(2, 0, 3, 1, 4)
        weights = ((q * size**-0.5) @ k.transpose(-2, -1)).softmax(-1)
        return self.proj((weights @ v).transpose(1, 2).reshape(batch, tokens, width))


class Mlp(nn.Module):
    def __init__(self, width, hidden):
        super().__init__()
        self.fc1 = nn.Linear(width, hidden)
        self.fc2 = nn.Linear(hidden, width)

    def forward(self, x):
        return self.fc2(F.gelu(self.fc1(x)))


class EncoderBlock(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.norm1 = LayerNorm(width, eps=1e-6)
        self.attn = Attention(width, heads)
        self.norm2 = LayerNorm(width, eps=1e-6)
        self.mlp = Mlp(width, 4 * width)

    def forward(self, x):
        x = x + self.attn(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class PatchEmbedding(nn.Module):
    def __init__(self, patch, width):
        super().__init__()
        self.proj = nn.Conv2d(3, width, patch, patch)

    def forward(self, x):
        return self.proj(x).flatten(2).transpose(1, 2)


class VisionTransformer(nn.Module):
    """Pre-norm encoder over patches and a class token, whose last state is classified."""

    def __init__(self, size, patch, width, blocks, heads, classes):
        super().__init__()
        self.patch_embed = PatchEmbedding(patch, width)
        self.cls_token = nn.Parameter(torch.zeros(1, 1, width))
        self.pos_embed = nn.Parameter(torch.zeros(1, (size // patch) ** 2 + 1, width))
        self.blocks = nn.Sequential(*[EncoderBlock(width, heads) for _ in range(blocks)])
        self.norm = LayerNorm(width, eps=1e-6)
        self.head = nn.Linear(width, classes)

    def forward(self, x):
        tokens = self.patch_embed(x)
        tokens = torch.cat([self.cls_token.expand(tokens.shape[0], -1, -1), tokens], 1) + self.pos_embed
        return self.head(self.norm(self.blocks(tokens)[:, 0]))


def make_net(net):
    """The network that a request describes; heads included."""
    kind = net["kind"]
    if kind == "wide-resnet":
        made = WideResNet(net["depth"], net["width"])
        if "classes" in net:
            made.fc = nn.Linear(made.features, net["classes"])
        else:
            made.fc = ProjectionHead(made.features, net["outputs"])
        return made
    if kind == "resnet50":
        import torchvision

        return torchvision.models.resnet50(num_classes=net["classes"])
    if kind == "vit":
        shape = [net[key] for key in ("size", "patch", "width", "blocks", "heads", "classes")]
        return VisionTransformer(*shape)
    raise ValueError(f"no network of the kind {kind}")
