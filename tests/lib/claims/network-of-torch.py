"""Makes network-of-torch.json: a small network of chance weights as it ships, pages, and what PyTorch says of their sentences.

python3 tests/lib/claims/network-of-torch.py, once scripts/train-network.py has changed how the network is built.
"""

import importlib.util
import json
import pathlib
import random

import torch

here = pathlib.Path(__file__).parent
spec = importlib.util.spec_from_file_location("train_network", here / "../../../scripts/train-network.py")
network = importlib.util.module_from_spec(spec)
spec.loader.exec_module(network)
# Odd widths, so that no row or column is taken for another.
network.WORD, network.KIND, network.PLACE, network.WIDTH, network.SENTENCE, network.STATE = 5, 3, 2, 6, 7, 9

random.seed(2)
torch.manual_seed(2)
words = ["<other>", *"abcdefgh"]
kinds = ["sub", "drug:opioid", "cue:negation"]
topics = ["sleep", "pain", "mood"]


def sentence():
    own = [random.choice("abcdefghij") for _ in range(random.randint(0, 7))]
    return {
        "words": own,
        "kinds": [random.sample(kinds, random.randint(0, 2)) for _ in own],
        "place": [random.randrange(size) for size in network.PLACES],
        "told": None,
    }


reader = network.Reader(len(words), len(kinds), len(topics), 5).eval()
with torch.no_grad():
    for weight in reader.parameters():
        weight.normal_(0, 0.6)
    made = json.loads(network.network_file(reader, words, kinds, topics))
    # PyTorch is asked for the weights as they ship: whole numbers of a scale.
    for name, matrix in made["matrices"].items():
        rows = len(matrix["letters"]) // matrix["columns"]
        digits = torch.tensor([network.DIGITS.index(letter) - network.MOST for letter in matrix["letters"]])
        values = digits.view(rows, -1) * torch.tensor(matrix["scales"]).unsqueeze(1)
        if name in ("words", "kinds"):
            getattr(reader, name).weight.copy_(values)
        elif name == "places":
            for table, part in zip(reader.places, values.split(network.PLACES)):
                table.weight.copy_(part)
        elif name.startswith(("forward", "backward")):
            part = "ih" if name.endswith("Input") else "hh"
            way = "_reverse" if name.startswith("backward") else ""
            getattr(reader.unit, f"weight_{part}_l0{way}").copy_(values)
        else:
            getattr(reader, name).weight.copy_(values)
    pages = [[sentence() for _ in range(length)] for length in (1, 2, 9, 150)]
    row = lambda names: {name: at for at, name in enumerate(names)}
    log_odds, topic_odds = [], []
    for page in pages:
        numbered = [network.numbered(lesson, row(words), row(kinds), {}) for lesson in page]
        parts = [numbered[start : start + network.STRETCH] for start in range(0, len(page), network.STRETCH)]
        found = [reader(*network.tensors([part], 5)[0]) for part in parts]
        log_odds.append([round(one, 4) for claims, *_ in found for one in claims.tolist()])
        topic_odds.append([[round(one, 4) for one in row] for _, of_topics, *_ in found for row in of_topics.tolist()])

del made["about"]
for lesson in (lesson for page in pages for lesson in page):
    del lesson["told"]
says = {"logOdds": log_odds, "topicOdds": topic_odds}
(here / "network-of-torch.json").write_text(json.dumps({"network": made, "pages": pages, **says}) + "\n")
