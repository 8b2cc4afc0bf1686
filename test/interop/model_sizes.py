"""Tells what LitGPT knows of models: python model_sizes.py MAKER/MODEL ... prints JSON."""

import json
import sys

from litgpt.config import Config
from litgpt.prompts import PromptStyle


def main() -> None:
    json.dump([facts(repo) for repo in sys.argv[1:]], sys.stdout)


def facts(repo: str) -> dict[str, object]:
    config = Config.from_name(repo.split('/')[1])
    known = config.hf_config['org'] + '/' + config.hf_config['name']
    style = type(PromptStyle.from_config(config)).__name__
    return {'repo': known, 'blockSize': config.block_size, 'promptStyle': style}


main()
