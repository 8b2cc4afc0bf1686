"""Checks configurations of Axolotl as it does, and shows what it makes of the first record.

    python axolotl_check.py MODEL FOLDER …

Prints a JSON list: for each folder the keys that Axolotl does not know, what the model reads, what it learns.
"""

import json
import sys
from pathlib import Path

import yaml
from axolotl.prompt_strategies.user_defined import UserDefinedDatasetConfig, load
from axolotl.utils.dict import DictDefault
from axolotl.utils.schemas.config import AxolotlInputConfig
from transformers import AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained(sys.argv[1])


def check(folder: Path) -> dict:
    config = yaml.safe_load((folder / 'axolotl.yaml').read_text(encoding='utf-8'))
    AxolotlInputConfig(**config)
    data = config['datasets'][0]
    strategy = load(tokenizer, DictDefault(config), UserDefinedDatasetConfig(**data['type']))
    with open(folder / data['path'], encoding='utf-8') as lines:
        tokens = strategy.tokenize_prompt(json.loads(next(lines)))
    return {
        'unknown': sorted(set(config) - set(AxolotlInputConfig.model_fields)),
        'reads': tokenizer.decode(tokens['input_ids']),
        'learns': tokenizer.decode([label for label in tokens['labels'] if label != -100]),
    }


print(json.dumps([check(Path(folder)) for folder in sys.argv[2:]]))
