"""Runs LLaMA-Factory as `llamafactory-cli` does, where there is no CUDA: python llama_factory.py train FILE key=value …

It imports torchaudio for models that hear, and the builds of that on PyPI load beside CUDA alone. No text asks for it.
"""

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

audio = ModuleType('torchaudio')
audio.__spec__ = ModuleSpec('torchaudio', None)
sys.modules['torchaudio'] = audio

from llamafactory.cli import main  # noqa: E402

main()
