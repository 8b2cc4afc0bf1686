"""Asks a model as `litgpt generate` does: python ask_all.py FOLDER SYSTEM; prompts as a JSON list on stdin."""

import contextlib
import io
import json
import sys
from pathlib import Path

from litgpt.generate.base import main as generate


def ask(folder: str, prompt: str, system: str) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as said:
        generate(Path(folder), prompt, sys_prompt=system or None, max_new_tokens=60, top_k=1)
    return said.getvalue()


answers = [ask(sys.argv[1], prompt, sys.argv[2]) for prompt in json.load(sys.stdin)]
json.dump(answers, sys.stdout)
