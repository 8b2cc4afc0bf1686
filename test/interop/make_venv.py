"""Makes a Python environment from a requirements file, or finds the one made before.

    python3 make_venv.py requirements-anki.txt

Prints the path of its Python. It is kept in the user's cache folder under a name taken from the
requirements and the Python version, so that a second call answers at once. Two calls at the same
time are safe: a file lock (released by the system when its holder dies) lets one work. An
environment counts only when its marker stands, which is written last.

Paragraphs of the file are installed one after the other; `# pip: …` in one adds options to it.
Nothing is compiled beforehand: most of it is never imported, and Python keeps what is.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

MARKER = 'laegna-complete'


def main() -> None:
    if sys.version_info < (3, 10):
        sys.exit('The interop tests need Python 3.10 or newer; python3 is ' + sys.version.split()[0])
    requirements = Path(sys.argv[1]).read_text(encoding='utf-8')
    cache = Path(os.environ.get('XDG_CACHE_HOME') or Path.home() / '.cache') / 'laegna-ai-training'
    cache.mkdir(parents=True, exist_ok=True)
    name = f'{sys.version_info[0]}.{sys.version_info[1]}\n{requirements}'
    venv = cache / f'venv-{hashlib.sha256(name.encode()).hexdigest()[:16]}'
    with open(f'{venv}.lock', 'w') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (venv / MARKER).exists():
            build(venv, requirements)
    print(venv / 'bin' / 'python')


def build(venv: Path, requirements: str) -> None:
    shutil.rmtree(venv, ignore_errors=True)
    made = subprocess.run([sys.executable, '-m', 'venv', str(venv)], stdout=sys.stderr)
    if made.returncode != 0:
        shutil.rmtree(venv, ignore_errors=True)
        sys.exit(
            'python3 could not make a virtual environment. '
            'On Debian or Ubuntu: apt-get install python3-venv'
        )
    for paragraph in requirements.split('\n\n'):
        install(venv, paragraph)
    (venv / MARKER).touch()


def install(venv: Path, paragraph: str) -> None:
    lines = paragraph.splitlines()
    if all(line.startswith('#') or not line.strip() for line in lines):
        return
    options = [word for line in lines if line.startswith('# pip:') for word in line.split()[2:]]
    with tempfile.NamedTemporaryFile('w', suffix='.txt') as part:
        part.write(paragraph)
        part.flush()
        pip = [str(venv / 'bin' / 'python'), '-m', 'pip', 'install', '--quiet', '--no-compile']
        done = subprocess.run([*pip, *options, '-r', part.name], stdout=sys.stderr)
    if done.returncode != 0:
        sys.exit('pip could not install:\n' + paragraph)


main()
