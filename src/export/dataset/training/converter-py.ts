/** Where llama.cpp's converter comes from: PyPI has it in the sources of this package, in no other. */
export const CONVERTER_SOURCE = 'llama-cpp-python==0.3.36'

/**
 * Python that fetches llama.cpp's converter from PyPI, with what it needs beside LitGPT: `python -c … FOLDER`.
 * The folder appears whole or not at all. It holds no single quote, because it stands between two in train.sh.
 */
export const converterPy = String.raw`import importlib.util, pathlib, shutil, subprocess, sys, tarfile, tempfile

target = pathlib.Path(sys.argv[1])
part = target.with_name(target.name + ".part")
shutil.rmtree(part, ignore_errors=True)
pip = [sys.executable, "-m", "pip"]
with tempfile.TemporaryDirectory() as folder:
    source = ["--no-deps", "--no-binary", "llama-cpp-python", "${CONVERTER_SOURCE}"]
    subprocess.run([*pip, "download", *source, "--dest", folder], check=True)
    with tarfile.open(next(pathlib.Path(folder).glob("*.tar.gz"))) as sources:
        for entry in sources:
            name = entry.name.partition("/vendor/llama.cpp/")[2]
            if entry.isfile() and name.startswith(("convert_hf_to_gguf.py", "conversion/", "gguf-py/gguf/", "LICENSE")):
                entry.name = name
                sources.extract(entry, part, filter="data")
needed = [name for name in ("sentencepiece", "transformers") if not importlib.util.find_spec(name)]
if needed:
    # Beside the converter, where Python looks first: LitGPT stays as it is.
    subprocess.run([*pip, "install", "--target", part, "--no-deps", *needed], check=True)
part.rename(target)`
