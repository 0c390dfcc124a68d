"""SGD adapted layer by layer (LARS), in fused list operations."""

import torch

TRUST = 0.001
EPSILON = 1e-8


class Lars:
    """u = -lr r (g + wd p), v = m v + u, p += v; biases and batch norms take u = -lr g instead."""

    def __init__(self, named_parameters, rate, momentum, decay):
        named = list(named_parameters)
        excluded = [p for name, p in named if "bias" in name or "bn" in name]
        self.adapted = [p for name, p in named if not ("bias" in name or "bn" in name)]
        self.parameters = self.adapted + excluded
        self.velocities = [torch.zeros_like(p) for p in self.parameters]
        self.rate, self.momentum, self.decay = rate, momentum, decay

    def zero_grad(self):
        for parameter in self.parameters:
            parameter.grad = None

    @torch.no_grad()
    def step(self):
        count = len(self.adapted)
        gradients = [p.grad for p in self.parameters]
        adapted = gradients[:count]
        of_parameters = torch.stack(torch._foreach_norm(self.adapted))
        of_gradients = torch.stack(torch._foreach_norm(adapted))
        rates = TRUST * of_parameters / (of_gradients + self.decay * of_parameters + EPSILON)
        usual = (of_parameters > 0) & (of_gradients > 0)
        if not usual.all():
            raise ValueError("a weight or its gradient is zero throughout, which this step does not expect")
        updates = torch._foreach_add(adapted, self.adapted, alpha=self.decay)
        torch._foreach_mul_(updates, [-self.rate * rate for rate in rates.tolist()])
        updates += torch._foreach_mul(gradients[count:], -self.rate)
        torch._foreach_mul_(self.velocities, self.momentum)
        torch._foreach_add_(self.velocities, updates)
        torch._foreach_add_(self.parameters, self.velocities)
