"""Gives a tiny checkpoint a tokenizer of Llama's kind, with as many pieces as it had byte pairs.

    python llama_tokenizer.py FOLDER

Any of those becomes part of a GGUF file; of byte pairs the converter of llama.cpp takes only what it knows.
"""

import json
import struct
import sys
from pathlib import Path

from tokenizers import Tokenizer, decoders, models, normalizers, trainers

# Kinds of pieces in a tokenizer.model.
UNKNOWN, CONTROL, BYTE = 2, 3, 6


def main() -> None:
    folder = Path(sys.argv[1])
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
    tokenizer.train_from_iterator(Path(__file__).read_text(encoding='utf-8').splitlines(), trainer)
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
    (folder / 'tokenizer.json').write_text(json.dumps(whole), encoding='utf-8')
    names = {'tokenizer_class': 'LlamaTokenizer', 'bos_token': bos, 'eos_token': eos}
    (folder / 'tokenizer_config.json').write_text(json.dumps(names), encoding='utf-8')
    ids = {'bos_token_id': pieces.index(bos), 'eos_token_id': pieces.index(eos)}
    (folder / 'generation_config.json').write_text(json.dumps(ids), encoding='utf-8')

    kinds = {unk: UNKNOWN, bos: CONTROL, eos: CONTROL, **dict.fromkeys(letters, BYTE)}
    model = b''.join(
        field(1, piece_of(piece, -at, kinds.get(piece, 1))) for at, piece in enumerate(pieces)
    )
    # Byte pairs, bytes for what no piece has; a blank before the text, and no other change.
    (folder / 'tokenizer.model').write_bytes(
        model + field(2, b'\x18\x02\x98\x02\x01') + field(3, b'\x18\x01\x20\x00\x28\x01')
    )


def piece_of(piece: str, score: float, kind: int) -> bytes:
    return field(1, piece.encode()) + b'\x15' + struct.pack('<f', score) + bytes((0x18, kind))


def field(number: int, value: bytes) -> bytes:
    """Bytes in a message of protobuf, fewer than 128: sentencepiece_model.proto has the numbers."""
    return bytes((number << 3 | 2, len(value))) + value


main()
