"""Tells how LitGPT prompts: python prompts.py CLASS ... prints JSON, without and with an input."""

import json
import sys

from litgpt import prompts


def main() -> None:
    styles = [getattr(prompts, name)() for name in sys.argv[1:]]
    json.dump(
        [
            [style.apply(prompt='Do {this}.', **{'input': text}) for text in ('', 'With that.')]
            for style in styles
        ],
        sys.stdout,
    )


main()
