"""Loads a dataset folder by its card: python load_dataset.py FOLDER CONFIG...; prints JSON rows by config and split."""

import json
import sys

import datasets


def load(folder: str, config: str) -> dict[str, list]:
    loaded = datasets.load_dataset(folder, config)
    return {split: rows.to_list() for split, rows in loaded.items()}


def main() -> None:
    datasets.disable_progress_bars()
    folder, *configs = sys.argv[1:]
    # Without a name it is the one that the card calls default.
    default = {split: rows.num_rows for split, rows in datasets.load_dataset(folder).items()}
    found = {config: load(folder, config) for config in configs}
    assert default == {split: len(rows) for split, rows in found['all'].items()}
    json.dump(found, sys.stdout)


main()
