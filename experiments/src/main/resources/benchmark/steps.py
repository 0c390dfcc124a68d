"""The training steps: forward, backward, optimiser."""

import torch
import torch.nn.functional as F

import tensors
from nets import make_net
from optimisers import Lars

TINY = torch.finfo(torch.float32).tiny


def make_step(request):
    """The network that a request describes, and a function that runs its step and gives its loss before the update.

    Beside the fastest way, PyTorch's own convolutions and contiguous images can be asked for: other roundings.
    """
    net = make_net(request["net"])
    net.load_state_dict(tensors.read(request["weights"]), strict=True)
    torch.backends.mkldnn.enabled = request.get("oneDnn", True)
    if request.get("channelsLast", True):
        net = net.to(memory_format=torch.channels_last)
    net.train()
    inputs = tensors.read(request["inputs"])
    return net, {"supervised": supervised, "paws": paws}[request["step"]](net, inputs, request)


def images(inputs, name, request):
    """[N, H, W, C] in memory as N, C, H, W with channels last, or copied where images shall be contiguous."""
    channels_last = inputs[name].permute(0, 3, 1, 2)
    return channels_last if request.get("channelsLast", True) else channels_last.contiguous()


def mixed(request):
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=request["bf16"])


def supervised(net, inputs, request):
    x, targets = images(inputs, "images", request), inputs["targets"].argmax(1)
    optimiser = torch.optim.SGD(
        net.parameters(),
        lr=request["rate"],
        momentum=request["momentum"],
        weight_decay=request["decay"],
        foreach=True,
    )

    def step():
        optimiser.zero_grad(set_to_none=True)
        with mixed(request):
            logits = net(x)
        loss = F.cross_entropy(logits.float(), targets)
        loss.backward()
        optimiser.step()
        return loss.item()

    return step


def soft_neighbours(queries, supports, labels, temperature):
    similarities = F.normalize(queries) @ F.normalize(supports).T
    return torch.softmax(similarities / temperature, 1) @ labels


def sharpen(p, temperature):
    powers = p ** (1 / temperature)
    return powers / powers.sum(1, keepdim=True)


def paws_loss(z, labels, batch, crops, temperature, sharpening):
    """z holds supports, view 1, view 2, then the small crops; without prediction head h is z."""
    supports, views = z[: len(labels)], z[len(labels) :]
    predicted = soft_neighbours(views, supports, labels, temperature)
    with torch.no_grad():
        teachers = torch.cat([views[batch : 2 * batch], views[:batch]])
        targets = sharpen(soft_neighbours(teachers, supports, labels, temperature), sharpening)
        mean = 0.5 * (targets[:batch] + targets[batch:])
        targets = torch.cat([targets] + crops * [mean])
        targets[targets < 1e-4] = 0
    cross_entropy = -(targets * predicted.clamp_min(TINY).log()).sum(1).mean()
    average = sharpen(predicted, sharpening).mean(0)
    return cross_entropy + (average * average.clamp_min(TINY).log()).sum()


def paws(net, inputs, request):
    large, labels = images(inputs, "large", request), inputs["labels"]
    crops = request["crops"]
    passes = [large] + ([images(inputs, "small", request)] if crops > 0 else [])
    optimiser = Lars(net.named_parameters(), request["rate"], request["momentum"], request["decay"])

    def step():
        optimiser.zero_grad()
        with mixed(request):
            z = torch.cat([net(x) for x in passes])
        loss = paws_loss(
            z.float(), labels, request["batch"], crops, request["temperature"], request["sharpening"]
        )
        loss.backward()
        optimiser.step()
        return loss.item()

    return step
