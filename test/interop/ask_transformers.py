"""Asks a model in a Hugging Face folder by transformers, with the likeliest word each time.

    python ask_transformers.py FOLDER < prompts.json

Prints the answers as a JSON list. Fails where the folder lacks a weight or holds one too many.
"""

import json
import sys

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = sys.argv[1]
tokenizer = AutoTokenizer.from_pretrained(folder)
model, loading = AutoModelForCausalLM.from_pretrained(folder, output_loading_info=True)
for trouble in 'missing_keys', 'unexpected_keys', 'mismatched_keys':
    if loading[trouble]:
        sys.exit(f'{trouble}: {loading[trouble]}')
answers = []
for prompt in json.load(sys.stdin):
    ids = tokenizer(prompt, return_tensors='pt', add_special_tokens=False).input_ids
    with torch.inference_mode():
        made = model.generate(
            ids, attention_mask=torch.ones_like(ids), max_new_tokens=40, do_sample=False
        )
    answers.append(tokenizer.decode(made[0, ids.shape[1] :], skip_special_tokens=True))
print(json.dumps(answers))
