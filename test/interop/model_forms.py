"""Compares LitGPT with transformers on models of several makes, by the folder that train.sh lays out.

    python model_forms.py CHECKPOINT FOLDER < lay_out.py

CHECKPOINT gives the tokenizer, the program on stdin is that of the script. Prints for each make the
greatest difference between what both make of the same words, as JSON.
"""

import contextlib
import io
import json
import shutil
import sys
from pathlib import Path

import torch
from litgpt.config import Config
from litgpt.model import GPT
from litgpt.utils import save_config
from transformers import AutoModelForCausalLM, AutoTokenizer

SIZES = dict(block_size=256, vocab_size=512, padded_vocab_size=512, n_layer=2, n_head=4, n_embd=64)
LLAMA = dict(
    intermediate_size=128,
    rotary_percentage=1.0,
    parallel_residual=False,
    bias=False,
    norm_class_name='RMSNorm',
    mlp_class_name='LLaMAMLP',
    n_query_groups=2,
)
PUBLISHED = dict(
    hidden_size=64,
    intermediate_size=128,
    num_hidden_layers=2,
    num_attention_heads=4,
    num_key_value_heads=2,
    max_position_embeddings=256,
    rms_norm_eps=1e-5,
    vocab_size=500,
)


def main() -> None:
    base, top, program = Path(sys.argv[1]), Path(sys.argv[2]), sys.stdin.read()
    llama = dict(PUBLISHED, model_type='llama', tie_word_embeddings=True)
    qwen = dict(PUBLISHED, model_type='qwen2', tie_word_embeddings=True)
    pythia = dict(
        PUBLISHED, model_type='gpt_neox', rotary_pct=0.25, layer_norm_eps=1e-5, hidden_act='gelu'
    )
    neox = dict(intermediate_size=128, rotary_percentage=0.25, parallel_residual=True, bias=True)
    makes = {
        'SmolLM2, one table of words': ('SmolLM2-x', LLAMA, llama, True),
        'SmolLM2, two tables after training': ('SmolLM2-x', LLAMA, llama, False),
        'Llama, without a configuration': ('Llama-x', LLAMA, None, False),
        'Qwen2.5': ('Qwen2.5-x', dict(LLAMA, attn_bias=True), qwen, False),
        'Pythia': ('pythia-x', neox, pythia, False),
    }
    differences = {}
    for title, (name, form, published, tied) in makes.items():
        folder = top / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        config = Config(name=name, hf_config={}, **SIZES, **form)
        differences[title] = compare(base, folder, program, config, published, tied)
    print(json.dumps(differences))


def compare(base: Path, folder: Path, program: str, config: Config, published, tied: bool) -> float:
    torch.manual_seed(1)
    model = GPT(config).eval()
    if tied:
        model.lm_head.weight.data.copy_(model.transformer.wte.weight.data)
    torch.save(model.state_dict(), folder / 'lit_model.pth')
    save_config(config, folder)
    if published is not None:
        (folder / 'config.json').write_text(json.dumps(published), encoding='utf-8')
    for path in base.glob('*.json'):
        shutil.copy(path, folder)
    ids = torch.arange(5, 20)[None]
    with contextlib.redirect_stdout(io.StringIO()), torch.inference_mode():
        lay_out(program, folder, folder / 'others')
        AutoTokenizer.from_pretrained(folder / 'others')
        other = AutoModelForCausalLM.from_pretrained(folder / 'others')
        return (other(ids).logits - model(ids)).abs().max().item()


def lay_out(program: str, source: Path, target: Path) -> None:
    """Runs the program as `python -c` would, without another start of all that it imports."""
    sys.argv[1:] = [str(source), str(target)]
    exec(compile(program, 'lay_out.py', 'exec'), {'__name__': '__main__'})


main()
