"""Writes a tiny random LitGPT checkpoint, so that training can be tried on a CPU without a download.

    python tiny_checkpoint.py FOLDER

2 layers, width 64, 256 tokens at once, and a tokenizer of 512 byte pairs. Same weights every time.
"""

import json
import sys
from pathlib import Path

import torch
from litgpt.config import Config
from litgpt.model import GPT
from litgpt.utils import save_config
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

BOS, EOS = '<|bos|>', '<|endoftext|>'


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    save_tokenizer(folder)
    config = Config(
        name='laegna-tiny',
        hf_config={},
        block_size=256,
        vocab_size=512,
        padded_vocab_size=512,
        n_layer=2,
        n_head=4,
        n_embd=64,
        intermediate_size=128,
        rotary_percentage=1.0,
        parallel_residual=False,
        bias=False,
        norm_class_name='RMSNorm',
        mlp_class_name='LLaMAMLP',
    )
    torch.manual_seed(1)
    torch.save(GPT(config).state_dict(), folder / 'lit_model.pth')
    save_config(config, folder)


def save_tokenizer(folder: Path) -> None:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=512,
        special_tokens=[EOS, BOS],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator([Path(__file__).read_text(encoding='utf-8')], trainer)
    tokenizer.save(str(folder / 'tokenizer.json'))
    names = {'tokenizer_class': 'GPT2Tokenizer', 'bos_token': BOS, 'eos_token': EOS}
    (folder / 'tokenizer_config.json').write_text(json.dumps(names), encoding='utf-8')
    ids = {'bos_token_id': tokenizer.token_to_id(BOS), 'eos_token_id': tokenizer.token_to_id(EOS)}
    (folder / 'generation_config.json').write_text(json.dumps(ids), encoding='utf-8')


main()
