/**
 * Python that makes of a LitGPT checkpoint a folder that `transformers` loads: weights, configuration,
 * tokenizer. `python -c … CHECKPOINT FOLDER`; the folder appears whole or not at all. LitGPT's own
 * `convert_from_litgpt` leaves weights alone, in a form that nothing loads. It holds no single quote,
 * because it stands between two in train.sh.
 */
export const huggingFacePy = String.raw`import json, shutil, sys
from pathlib import Path

import torch, yaml
from litgpt.scripts.convert_lit_checkpoint import convert_lit_checkpoint
from safetensors.torch import save_file

source, target = Path(sys.argv[1]), Path(sys.argv[2])
part = target.with_name(target.name + ".part")
shutil.rmtree(part, ignore_errors=True)
part.mkdir(parents=True)


def read(name):
    path = source / name
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


lit = yaml.safe_load((source / "model_config.yaml").read_text(encoding="utf-8"))
special = read("generation_config.json")
config = read("config.json")
if not config:
    # A checkpoint that did not come from the hub: its form is told where it is that of Llama.
    llama = lit.get("norm_class_name") == "RMSNorm" and lit.get("mlp_class_name") == "LLaMAMLP"
    if not llama or lit.get("parallel_residual") or lit.get("norm_qk") or lit.get("rotary_percentage") != 1:
        sys.exit("the folder of the model has no config.json, as its makers publish it")
    config = {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "hidden_act": "silu",
        "hidden_size": lit["n_embd"],
        "intermediate_size": lit["intermediate_size"],
        "num_hidden_layers": lit["n_layer"],
        "num_attention_heads": lit["n_head"],
        "num_key_value_heads": lit.get("n_query_groups") or lit["n_head"],
        "head_dim": lit.get("head_size") or lit["n_embd"] // lit["n_head"],
        "rms_norm_eps": lit.get("norm_eps", 1e-5),
        "rope_theta": lit.get("rope_base", 10000),
        "max_position_embeddings": lit["block_size"],
        "attention_bias": bool(lit.get("bias")),
        "mlp_bias": bool(lit.get("bias")),
        "tie_word_embeddings": False,
        **{key: special[key] for key in ("bos_token_id", "eos_token_id") if key in special},
    }

convert_lit_checkpoint(checkpoint_dir=source, output_dir=part)
weights = torch.load(part / "model.pth", mmap=True, map_location="cpu", weights_only=True)
trained = torch.load(source / "lit_model.pth", mmap=True, map_location="cpu", weights_only=True)
trained = trained.get("model", trained)
words, head = trained["transformer.wte.weight"], trained["lm_head.weight"]
if not torch.equal(words, head):
    # Makers who share one table for both ends: LitGPT trained two.
    config["tie_word_embeddings"] = False
    if not any(name.endswith(("lm_head.weight", "embed_out.weight")) for name in weights):
        weights["lm_head.weight"] = head
elif config.get("tie_word_embeddings"):
    weights.pop("lm_head.weight", None)
config["vocab_size"] = words.shape[0]
config["torch_dtype"] = str(words.dtype).split(".")[-1]
weights = {name: weight.clone(memory_format=torch.contiguous_format) for name, weight in weights.items()}
save_file(weights, part / "model.safetensors", metadata={"format": "pt"})
(part / "model.pth").unlink()
(part / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
others = ("generation_config.json", "special_tokens_map.json", "added_tokens.json", "vocab.json", "merges.txt")
for path in source.iterdir():
    if path.name.startswith(("tokenizer", "chat_template")) or path.name in others:
        shutil.copy(path, part)
shutil.rmtree(target, ignore_errors=True)
part.rename(target)`
