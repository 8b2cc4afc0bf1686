"""Writes a tiny random LitGPT checkpoint, so that training can be tried on a CPU without a download.

    python tiny_checkpoint.py FOLDER [llama]

2 layers, width 64, 256 tokens at once, and a tokenizer of 512 byte pairs, or one of Llama's kind: of those the
converter of llama.cpp takes any, of byte pairs only the ones that it knows. Same weights every time.
"""

import json
import struct
import sys
from pathlib import Path

import torch
from litgpt.config import Config
from litgpt.model import GPT
from litgpt.utils import save_config
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

# Kinds of pieces in a tokenizer.model.
UNKNOWN, CONTROL, BYTE = 2, 3, 6
WORDS = Path(__file__).read_text(encoding='utf-8')


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    if sys.argv[2:] == ['llama']:
        save_pieces(folder)
    else:
        save_byte_pairs(folder)
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


def save_byte_pairs(folder: Path) -> None:
    bos, eos = '<|bos|>', '<|endoftext|>'
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=512,
        special_tokens=[eos, bos],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator([WORDS], trainer)
    save(tokenizer.to_str(), folder, 'GPT2Tokenizer', bos, eos)


def save_pieces(folder: Path) -> None:
    special = unk, bos, eos = ['<unk>', '<s>', '</s>']
    tokenizer = Tokenizer(models.BPE(byte_fallback=True, unk_token=unk, fuse_unk=True))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Prepend('▁'), normalizers.Replace(' ', '▁')]
    )
    blanks = decoders.Replace('▁', ' ')
    tokenizer.decoder = decoders.Sequence(
        [blanks, decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(' ', 1, 0)]
    )
    letters = [f'<0x{byte:02X}>' for byte in range(256)]
    trainer = trainers.BpeTrainer(
        vocab_size=512, special_tokens=special + letters, show_progress=False
    )
    tokenizer.train_from_iterator(WORDS.splitlines(), trainer)
    whole = json.loads(tokenizer.to_str())
    pieces = list(whole['model']['vocab'])
    # The bytes are pieces like others, so that no text is taken for one.
    whole['added_tokens'] = [one for one in whole['added_tokens'] if one['content'] in special]
    # As makers have it: whatever makes a piece, the earlier piece first, here and in tokenizer.model.
    whole['model']['merges'] = [
        [piece[:at], piece[at:]]
        for piece in pieces[len(special + letters) :]
        for at in range(1, len(piece))
        if piece[:at] in pieces and piece[at:] in pieces
    ]
    save(json.dumps(whole), folder, 'LlamaTokenizer', bos, eos)
    kinds = {unk: UNKNOWN, bos: CONTROL, eos: CONTROL, **dict.fromkeys(letters, BYTE)}
    model = b''.join(
        field(1, field(1, piece.encode()) + b'\x15' + struct.pack('<f', -at) + bytes((0x18, kinds.get(piece, 1))))
        for at, piece in enumerate(pieces)
    )
    # Byte pairs, bytes for what no piece has; a blank before the text, and no other change.
    (folder / 'tokenizer.model').write_bytes(
        model + field(2, b'\x18\x02\x98\x02\x01') + field(3, b'\x18\x01\x20\x00\x28\x01')
    )


def field(number: int, value: bytes) -> bytes:
    """Bytes in a message of protobuf, fewer than 128: sentencepiece_model.proto has the numbers."""
    return bytes((number << 3 | 2, len(value))) + value


def save(tokenizer: str, folder: Path, kind: str, bos: str, eos: str) -> None:
    (folder / 'tokenizer.json').write_text(tokenizer, encoding='utf-8')
    names = {'tokenizer_class': kind, 'bos_token': bos, 'eos_token': eos}
    (folder / 'tokenizer_config.json').write_text(json.dumps(names), encoding='utf-8')
    words = Tokenizer.from_str(tokenizer)
    ids = {'bos_token_id': words.token_to_id(bos), 'eos_token_id': words.token_to_id(eos)}
    (folder / 'generation_config.json').write_text(json.dumps(ids), encoding='utf-8')


main()
