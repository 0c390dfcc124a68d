"""The peer of a benchmark: one training step in PyTorch, repeated on demand.

The only argument is a JSON object that says which step. Commands come line by line on standard input, answers go to
standard output behind an @:

    run N     N steps; for each: @step <wall seconds> <CPU seconds> <loss before the update>
    memory    @memory <largest resident memory so far in megabytes>
    save FILE @saved, once the network's state is in that safetensors file
    quit      ends
"""

import json
import sys
import time

import torch

import surroundings
import tensors
from steps import make_step


def say(*words):
    print("@" + " ".join(str(word) for word in words), flush=True)


def main():
    request = json.loads(sys.argv[1])
    torch.set_num_threads(request["threads"])
    net, step = make_step(request)
    say("ready", surroundings.describe(request["threads"]))
    for line in sys.stdin:
        command, *rest = line.split(maxsplit=1)
        if command == "run":
            for _ in range(int(rest[0])):
                wall, cpu = time.perf_counter(), time.process_time()
                loss = step()
                say("step", time.perf_counter() - wall, time.process_time() - cpu, loss)
        elif command == "memory":
            say("memory", surroundings.peak_megabytes())
        elif command == "save":
            tensors.write(rest[0].rstrip("\n"), net.state_dict())
            say("saved")
        elif command == "quit":
            break


if __name__ == "__main__":
    main()
