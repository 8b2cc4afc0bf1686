/**
 * Python that tells in one start, because LitGPT takes seconds to come up: how many graphics cards there are, whether they know
 * `bf16`, whether a checkpoint is `raw`, as full training and pretraining leave it, and how many tokens the longest record
 * has with its tokenizer. `python -c … CHECKPOINT METHOD`; where something cannot be told stands `-`. It holds no single
 * quote, because it stands between two in the scripts.
 */
export const lookPy = String.raw`import json, os, re, sys
import torch

folder, method = sys.argv[1:]
cards = torch.cuda.device_count() if torch.cuda.is_available() else 0
half = "bf16" if cards and torch.cuda.is_bf16_supported() else "fp16"


def state():
    weights = torch.load(os.path.join(folder, "lit_model.pth"), mmap=True, map_location="cpu", weights_only=True)
    return "raw" if "model" in weights else "whole"


def longest():
    if method == "pretrain" or not os.path.exists(os.path.join(folder, "tokenizer_config.json")):
        return "-"
    from litgpt import prompts
    from litgpt.tokenizer import Tokenizer

    style = getattr(prompts, re.search(r"litgpt[.]prompts[.](\w+)", open("finetune.yaml", encoding="utf-8").read())[1])()
    tokenizer = Tokenizer(folder)
    most = 0
    for path in "litgpt/train.json", "litgpt/val.json":
        for record in json.load(open(path, encoding="utf-8")):
            prompt = tokenizer.encode(style.apply(prompt=record["instruction"], **record))
            most = max(most, len(prompt) + len(tokenizer.encode(record["output"], bos=False, eos=True)))
    return most


def told(what):
    try:
        return what()
    except Exception:
        return "-"


print(cards, half, told(state), told(longest))`
