"""Loads a dataset folder by its card: python load_dataset.py FOLDER [CONFIG]; prints JSON rows by split."""

import json
import sys

import datasets


def main() -> None:
    datasets.disable_progress_bars()
    loaded = datasets.load_dataset(*sys.argv[1:3])
    json.dump({split: rows.to_list() for split, rows in loaded.items()}, sys.stdout)


main()
