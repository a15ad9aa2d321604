"""Trains the network that reads a page's sentences in order: python3 scripts/train-network.py LESSONS NETWORK

LESSONS is what scripts/network-lessons.ts writes, a page a line; NETWORK is the file to write, data/model/network.json.
`npm run train:network` runs both. With --check it only tells whether PyTorch is there, which it needs (Debian: python3-torch;
elsewhere: pip install torch). It takes some fifteen minutes on one core.

Each word is a vector, with one added for each kind of phrase that it is part of. The vectors of a sentence, weighed by a gate,
make its gist; a gated recurrent unit goes over the gists of up to 64 sentences in both directions. Two layers weigh each word
with those beside it, four heads of attention and the greatest of all words make a sentence of them, and that, what the units
say and the gist tell the log-odds that the sentence claims, and of each topic that it is claimed if anything is. It learns two more
things, which make it better at the first and are not kept: which topics are claimed or whether the sentence denies, asks or only
names, and which words were left out. For some rounds it guesses left-out words alone ("cloze", as in Devlin et al. 2019,
"BERT"), and so knows how words hang together before it sees a label. lib/claims/network.ts does the same with what this writes.
"""

import collections
import json
import math
import random
import sys

try:
    import torch
except ModuleNotFoundError:
    sys.exit("The network is trained with PyTorch. Install it: apt install python3-torch, or pip install torch.")
import torch.nn as nn
import torch.nn.functional as F

SEED = 1
# One thread gives the same weights each time.
torch.set_num_threads(1)

# How many answers each question on a sentence's place has: PLACE_SIZES of lib/claims/network-input.ts.
PLACES = (8, 2, 7, 6, 5, 10, 2, 2)
# Sentences read at a time: STRETCH of lib/claims/network.ts.
STRETCH = 64
# Numbers in a vector of a word, a kind of phrase, an answer on the place; of a word with its kinds; of a sentence; of a unit's state.
WORD, KIND, PLACE, WIDTH, SENTENCE, STATE = 32, 32, 12, 64, 96, 64
HEADS = 4
# A word that is seen less often is any other word. With 5 in place of 20 it is twice as large, and no better.
RARE = 20
EPOCHS_OF_WORDS = 4
EPOCHS = 9
DROPPED = 0.12
DROPPED_AT_LAST = 0.3
# So many words are left out, for the network to guess and to learn to do without: first, and once it learns what claims.
LEFT_OUT_AT_FIRST = 0.2
LEFT_OUT = 0.12
# Numbers that a guess is made of, and among how many words drawn by chance the right one has to be told.
GUESS, RIVALS = 128, 2000
# Words a step, the rate of learning at its highest, and after how many steps it is that.
STEP = 6000
RATE = 2e-3
WARM = 300
# Pages of which a part is learnt from in place of the whole, and sentences of the least part.
PARTS, LEAST_PART = 0.3, 6
# What counts how much beside the claims: all that is told of a sentence, the topics of those that claim, guessed words.
OF_TOLD = 1.0
OF_TOPICS = 0.15
OF_WORDS = 0.1
# Of a sentence with this stance its topics are told.
ASSERTS = "asserts"
# Weights are kept as whole numbers of a scale up to this, a letter each: DIGITS of lib/claims/matrix.ts. For those of words,
# two thirds of all, half as many are as good.
MOST = 31
MOST_OF_WORDS = 15
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-"


class Dropout(nn.Module):
    """Dropout from a pool of numbers made once: to draw them each time takes a third of all time."""

    def __init__(self, share):
        super().__init__()
        self.pool = (torch.rand(1 << 22) >= share).float() / (1 - share)

    def forward(self, x):
        if not self.training:
            return x
        start = random.randrange(self.pool.numel() - x.numel())
        return x * self.pool[start : start + x.numel()].view(x.shape)


class Reader(nn.Module):
    def __init__(self, words, kinds, topics, told):
        super().__init__()
        self.words = nn.Embedding(words, WORD)
        nn.init.normal_(self.words.weight, 0, 0.1)
        self.kinds = nn.EmbeddingBag(kinds, KIND, mode="sum")
        self.input = nn.Linear(WORD + KIND, WIDTH)
        self.input_norm = nn.LayerNorm(WIDTH)
        self.gate = nn.Linear(WIDTH, 1)
        self.first, self.second = nn.Linear(3 * WIDTH, WIDTH), nn.Linear(3 * WIDTH, WIDTH)
        self.first_norm, self.second_norm = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.attention = nn.Linear(WIDTH, HEADS)
        self.places = nn.ModuleList([nn.Embedding(size, PLACE) for size in PLACES])
        place = PLACE * len(PLACES)
        self.sentence = nn.Linear((HEADS + 1) * WIDTH + place, SENTENCE)
        self.unit = nn.GRU(WIDTH + place, STATE, batch_first=True, bidirectional=True)
        self.join = nn.Linear(SENTENCE + 2 * STATE + WIDTH + place, SENTENCE)
        self.claim = nn.Linear(SENTENCE, 1)
        self.topics, self.told = nn.Linear(SENTENCE, topics), nn.Linear(SENTENCE, told)
        self.guess, self.guessed = nn.Linear(WIDTH + 2 * STATE, GUESS), nn.Linear(GUESS, WORD, bias=False)
        self.usual = nn.Parameter(torch.zeros(words))
        self.left_out = 0.0
        self.drop, self.drop_at_last = Dropout(DROPPED), Dropout(DROPPED_AT_LAST)

    def forward(self, words, kinds, kind_starts, sentence_of, places, lengths):
        """
        `words` are all of a batch in a row, -1 after each sentence; `sentence_of` tells the sentence of each. What comes back:
        log-odds that each sentence claims, those of its topics if it does, those of all that is told of it, and the loss of the
        words left out, 0 where none is.
        """
        count = len(places)
        is_word = (words >= 0).float().unsqueeze(1)
        is_out = (torch.rand(words.shape) < (self.left_out if self.training else 0)) & (words > 0)
        out, words = words[is_out], words.clamp(min=0).masked_fill(is_out, 0)
        per_sentence = lambda values: torch.zeros(count + 1, values.shape[1]).index_add(0, sentence_of, values)

        x = torch.cat([self.words(words), self.kinds(kinds, kind_starts)], 1)
        x = self.input_norm(F.relu(self.input(self.drop(x)))) * is_word
        gate = torch.sigmoid(self.gate(x)) * is_word
        gist = per_sentence(gate * x) / (0.5 + per_sentence(gate))

        for layer, norm in ((self.first, self.first_norm), (self.second, self.second_norm)):
            padded = F.pad(x, (0, 0, 1, 1))
            beside = torch.cat([padded[:-2], x, padded[2:]], 1)
            x = norm(x + F.relu(layer(self.drop(beside)))) * is_word

        heed = self.attention(x).clamp(-10, 10).exp() * is_word
        heeded = per_sentence((heed.unsqueeze(2) * x.unsqueeze(1)).flatten(1)).view(count + 1, HEADS, WIDTH)
        heeded = (heeded / (per_sentence(heed) + 1e-6).unsqueeze(2)).flatten(1)
        greatest = torch.full((count + 1, WIDTH), -10.0).scatter_reduce(
            0, sentence_of.unsqueeze(1).expand(-1, WIDTH), x - (1 - is_word) * 1e4, "amax"
        )
        place = torch.cat([table(places[:, at]) for at, table in enumerate(self.places)], 1)
        sentence = F.relu(self.sentence(self.drop(torch.cat([heeded[:count], greatest[:count], place], 1))))

        gist = torch.cat([gist[:count], place], 1)
        padded = nn.utils.rnn.pad_sequence(torch.split(self.drop(gist), lengths), batch_first=True)
        packed = nn.utils.rnn.pack_padded_sequence(
            padded, torch.tensor(lengths), batch_first=True, enforce_sorted=False
        )
        states, _ = nn.utils.rnn.pad_packed_sequence(self.unit(packed)[0], batch_first=True)
        states = torch.cat([states[at, :length] for at, length in enumerate(lengths)])

        joined = self.drop(torch.cat([sentence, states, gist], 1))
        joined = self.drop_at_last(F.relu(self.join(joined)))
        around = torch.cat([x[is_out], states[sentence_of[is_out]]], 1)
        return self.claim(joined)[:, 0], self.topics(joined), self.told(joined), self.loss_of_guesses(around, out)

    def loss_of_guesses(self, around, words):
        """How badly the words are told from others, by what stands around each."""
        if len(words) == 0:
            return torch.zeros(())
        right, at = torch.unique(words, return_inverse=True)
        rivals = torch.randint(1, len(self.usual), (RIVALS,))
        choices = torch.cat([right, rivals[~torch.isin(rivals, right)]])
        guesses = self.guessed(F.relu(self.guess(around)))
        return F.cross_entropy(guesses @ self.words(choices).T + self.usual[choices], at)


def numbered(lesson, word_row, kind_row, told_row):
    """A lesson with rows in place of names; claims are 1, 0, or -1 where nothing is learnt."""
    told = lesson["told"]
    says = [*told["topics"], told["stance"]] if told else []
    return (
        [word_row.get(word, 0) for word in lesson["words"]] or [0],
        [[kind_row[kind] for kind in kinds] for kinds in lesson["kinds"]] or [[]],
        lesson["place"],
        int(len(told["topics"]) > 0) if told else -1,
        [told_row[one] for one in says if one in told_row],
    )


def stretches(page):
    if LEAST_PART + 2 < len(page) <= STRETCH and random.random() < PARTS:
        length = random.randint(LEAST_PART, len(page) - 1)
        start = random.randint(0, len(page) - length)
        return [page[:1] * (start > 0) + page[start : start + length]]
    return [page[start : start + STRETCH] for start in range(0, len(page), STRETCH)]


def batches(pages):
    """All pages in batches of about STEP words, of stretches of like length."""
    parts = [part for page in pages for part in stretches(page)]
    random.shuffle(parts)
    found = []
    for start in range(0, len(parts), 2000):
        batch, size = [], 0
        for part in sorted(parts[start : start + 2000], key=len):
            batch.append(part)
            size += sum(len(words) for words, *_ in part)
            if size >= STEP:
                found.append(batch)
                batch, size = [], 0
        if batch:
            found.append(batch)
    random.shuffle(found)
    return found


def tensors(batch, told_count):
    words, kinds, kind_starts, sentence_of, places, claims = [], [], [], [], [], []
    sentences = [sentence for part in batch for sentence in part]
    told = torch.zeros(len(sentences), told_count)
    for at, (own, own_kinds, place, claim, own_told) in enumerate(sentences):
        words += own + [-1]
        sentence_of += [at] * len(own) + [len(sentences)]
        for of_word in own_kinds + [[]]:
            kind_starts.append(len(kinds))
            kinds += of_word
        places.append(place)
        claims.append(claim)
        told[at, own_told] = 1
    given = (words, kinds, kind_starts, sentence_of, places)
    rows = (torch.tensor(one, dtype=torch.long) for one in given)
    return (*rows, [len(part) for part in batch]), torch.tensor(claims), told


def learn(reader, pages, epochs, loss_of):
    """`loss_of` makes one loss of what the reader says of a batch and what is right."""
    optimizer = torch.optim.AdamW(reader.parameters(), lr=RATE, weight_decay=0.01)
    steps = epochs * len(batches(pages))
    warm = lambda at: min(1, (at + 1) / WARM) * (0.01 + (1 + math.cos(math.pi * min(1, at / steps))) / 2)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, warm)
    for epoch in range(epochs):
        losses = []
        for batch in batches(pages):
            given, claims, told = tensors(batch, reader.told.out_features)
            loss = loss_of(*reader(*given), claims, told)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1} of {epochs}: loss {sum(losses) / len(losses):.4f}", flush=True)


def loss_of_words(claim_odds, topic_odds, told_odds, of_words, claims, told):
    return of_words


def loss_of_all(claim_odds, topic_odds, told_odds, of_words, claims, told):
    known, claiming = claims >= 0, claims == 1
    # The topics are the first of all that is told.
    topics = told[:, : topic_odds.shape[1]]
    of_claims = F.binary_cross_entropy_with_logits(claim_odds[known], claims[known].float())
    of_told = F.binary_cross_entropy_with_logits(told_odds[known], told[known]) * told.shape[1]
    of_topics = F.binary_cross_entropy_with_logits(topic_odds[claiming], topics[claiming], reduction="sum")
    return of_claims + OF_TOLD * of_told + OF_TOPICS * of_topics / max(1, int(claiming.sum())) + OF_WORDS * of_words


def train(reader, pages):
    reader.left_out = LEFT_OUT_AT_FIRST
    learn(reader, pages, EPOCHS_OF_WORDS, loss_of_words)
    reader.left_out = LEFT_OUT
    learn(reader, pages, EPOCHS, loss_of_all)


def packed(weights, one_scale=False, most=MOST):
    """A matrix in letters. With one scale for all rows the few weights beyond four deviations are cut to that."""
    if one_scale:
        greatest = torch.full((1,), 4 * weights.std().item())
    else:
        greatest = weights.abs().amax(1).clamp(min=1e-6)
    scales = [float(f"{scale / most:.3g}") for scale in greatest.tolist()]
    whole = (weights / torch.tensor(scales).unsqueeze(1)).round().clamp(-most, most).int() + MOST
    letters = "".join(DIGITS[digit] for row in whole.tolist() for digit in row)
    return {"columns": weights.shape[1], "scales": scales, "letters": letters}


def network_file(reader, words, kinds, topics):
    short = lambda vector: [float(f"{number:.4g}") for number in vector.tolist()]
    matrices = {
        "words": packed(reader.words.weight, one_scale=True, most=MOST_OF_WORDS),
        "kinds": packed(reader.kinds.weight, one_scale=True),
        "places": packed(torch.cat([table.weight for table in reader.places]), one_scale=True),
    }
    vectors = {}
    for name in ("input", "gate", "first", "second", "attention", "sentence", "join", "claim", "topics"):
        layer = getattr(reader, name)
        matrices[name], vectors[name] = packed(layer.weight), short(layer.bias)
    for way, suffix in (("forward", ""), ("backward", "_reverse")):
        for part, of_torch in (("Input", "ih"), ("State", "hh")):
            weight = getattr(reader.unit, f"weight_{of_torch}_l0{suffix}")
            bias = getattr(reader.unit, f"bias_{of_torch}_l0{suffix}")
            matrices[way + part], vectors[way + part] = packed(weight), short(bias)
    for name in ("input", "first", "second"):
        norm = getattr(reader, f"{name}_norm")
        vectors[f"{name}Scale"], vectors[f"{name}Shift"] = short(norm.weight), short(norm.bias)
    about = (
        "Made by npm run train:network from tests/corpus/train and network. A network that reads a page's sentences in order; "
        "weights from -31 to 31 in letters, times a scale. Told of in scripts/train-network.py."
    )
    names = {"words": words, "kinds": kinds, "topics": topics}
    named = {name: " ".join(rows) for name, rows in names.items()}
    return json.dumps({"about": about, **named, "matrices": matrices, "vectors": vectors}, indent=1) + "\n"


def main(lessons_file, network):
    random.seed(SEED)
    torch.manual_seed(SEED)
    with open(lessons_file) as file:
        pages = [json.loads(line) for line in file]
    seen = collections.Counter(word for page in pages for lesson in page for word in lesson["words"])
    words = ["<other>"] + sorted(word for word, times in seen.items() if times >= RARE)
    kinds = sorted({kind for page in pages for lesson in page for of_word in lesson["kinds"] for kind in of_word})
    all_told = [lesson["told"] for page in pages for lesson in page if lesson["told"]]
    topics = sorted({topic for told in all_told for topic in told["topics"]})
    stances = sorted({told["stance"] for told in all_told} - {ASSERTS})
    row = lambda names: {name: at for at, name in enumerate(names)}
    rows = (row(words), row(kinds), row(topics + stances))
    pages = [[numbered(lesson, *rows) for lesson in page] for page in pages]
    reader = Reader(len(words), len(kinds), len(topics), len(topics + stances))
    train(reader, pages)
    with torch.no_grad(), open(network, "w") as file:
        file.write(network_file(reader.eval(), words, kinds, topics))


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit()
    if len(sys.argv) != 3:
        sys.exit("Name two files: python3 scripts/train-network.py LESSONS NETWORK")
    main(*sys.argv[1:])
