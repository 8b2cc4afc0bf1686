"""A small model for the teaching experiment: made once, then trained on a dataset and asked.

    python teach.py base TEXT TOKENS FOLDER    reads plain text, so that the model knows words
    python teach.py train JOB                  trains a copy of the base on records and answers questions

4 layers, width 128, 2048 byte pairs: a million parameters. JOB is a JSON file, see `train`.
"""

import json
import math
import random
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

EOS, PAD = '<|endoftext|>', '<|pad|>'
VOCABULARY, WIDTH, LAYERS, ROOM = 2048, 128, 4, 512
BATCH, MOST_NEW = 512, 32

# More only get in each other's way with a model so small.
torch.set_num_threads(1)


def make_base(text: str, tokens: str, folder: str) -> None:
    """Reads blocks of 256 tokens of the text, as many tokens as told."""
    words = Path(text).read_text(encoding='utf-8')
    tokenizer = make_tokenizer(words)
    torch.manual_seed(1)
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=VOCABULARY,
            hidden_size=WIDTH,
            intermediate_size=WIDTH * 8 // 3,
            num_hidden_layers=LAYERS,
            num_attention_heads=4,
            max_position_embeddings=ROOM,
            tie_word_embeddings=True,
            bos_token_id=None,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
        )
    )
    ids = torch.tensor(tokenizer(words)['input_ids'])
    print(f'base: {model.num_parameters():,} parameters, {len(ids):,} tokens of text', file=sys.stderr)
    chance = random.Random(1)
    length = 256

    def batch() -> tuple[dict, int]:
        starts = [chance.randrange(len(ids) - length) for _ in range(8)]
        rows = torch.stack([ids[start : start + length] for start in starts])
        return {'input_ids': rows, 'labels': rows}, rows.numel()

    learn(model, batch, int(tokens), 2e-3, 'base')
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def make_tokenizer(words: str) -> PreTrainedTokenizerFast:
    pairs = Tokenizer(models.BPE())
    pairs.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    pairs.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=[EOS, PAD],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    pairs.train_from_iterator(words.split('\n\n'), trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=pairs, eos_token=EOS, pad_token=PAD, padding_side='left'
    )


def train(job_file: str) -> None:
    """The job: `base`, `seed`, `tokens` to read, `lessons`: each with `name`, `records` (prompt, completion), `prompts`."""
    job = json.loads(Path(job_file).read_text(encoding='utf-8'))
    tokenizer = PreTrainedTokenizerFast.from_pretrained(job['base'])
    said = {}
    for lesson in job['lessons']:
        model = LlamaForCausalLM.from_pretrained(job['base'])
        torch.manual_seed(job['seed'])
        chance = random.Random(job['seed'])
        rows = [encode(tokenizer, record) for record in lesson['records']]
        waiting: list = []

        def batch() -> tuple[dict, int]:
            if not waiting:
                waiting.extend(batches(rows, chance))
            taken = waiting.pop()
            return padded(taken, tokenizer.pad_token_id), sum(len(ids) for ids, _ in taken)

        learn(model, batch, job['tokens'], 1e-3, f"{lesson['name']}, seed {job['seed']}")
        said[lesson['name']] = answers(model, tokenizer, lesson['prompts'])
    print(json.dumps(said))


def batches(rows: list, chance: random.Random) -> list:
    """All rows once, as many at a time as give about BATCH tokens, of like length: little is padded."""
    mixed = sorted(chance.sample(rows, len(rows)), key=lambda row: len(row[0]) // 24)
    made: list = [[]]
    for row in mixed:
        if sum(len(ids) for ids, _ in made[-1]) >= BATCH:
            made.append([])
        made[-1].append(row)
    chance.shuffle(made)
    return made


def encode(tokenizer, record: dict) -> tuple[list[int], int]:
    """What is read, and how much of it is the prompt, which is not learned to be said."""
    prompt = tokenizer(record['prompt'])['input_ids']
    completion = tokenizer(record['completion'])['input_ids']
    return (prompt + completion + [tokenizer.eos_token_id])[:ROOM], len(prompt)


def padded(rows: list, pad: int) -> dict:
    length = max(len(ids) for ids, _ in rows)
    ids = torch.full((len(rows), length), pad)
    labels = torch.full((len(rows), length), -100)
    for at, (row, prompt) in enumerate(rows):
        ids[at, : len(row)] = torch.tensor(row)
        labels[at, prompt : len(row)] = torch.tensor(row[prompt:])
    # What is padded stands behind all that is learned: no word looks at it.
    return {'input_ids': ids, 'labels': labels}


def learn(model, batch, tokens: int, rate: float, name: str) -> None:
    """Until so many tokens were read, prompts among them; fewer by less than a batch."""
    model.train()
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, betas=(0.9, 0.95), weight_decay=0.1)
    read, step = 0, 0
    while read < tokens:
        inputs, count = batch()
        share = read / tokens
        now = rate * min(1, (step + 1) / 20) * (0.05 + 0.95 * (1 + math.cos(math.pi * share)) / 2)
        for group in optimizer.param_groups:
            group['lr'] = now
        loss = model(**inputs).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        read += count
        step += 1
        if step % 20 == 0:
            print(f'{name}: {read:,} of {tokens:,} tokens, loss {loss.item():.3f}', file=sys.stderr, flush=True)


@torch.inference_mode()
def answers(model, tokenizer, prompts: list[str]) -> list[str]:
    """The likeliest words, up to MOST_NEW tokens."""
    model.eval()
    said = []
    for at in range(0, len(prompts), 32):
        inputs = tokenizer(prompts[at : at + 32], return_tensors='pt', padding=True)
        inputs.pop('token_type_ids', None)
        made = model.generate(**inputs, max_new_tokens=MOST_NEW, do_sample=False)
        new = made[:, inputs['input_ids'].size(1) :]
        said += tokenizer.batch_decode(new, skip_special_tokens=True)
    return said


if __name__ == '__main__':
    {'base': make_base, 'train': train}[sys.argv[1]](*sys.argv[2:])
