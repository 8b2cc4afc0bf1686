import type { System } from './training.ts'

/** What a person has to know before LitGPT can be installed on a system. */
export function installNote(system: System): string {
  const python = 'Python 3.10 or newer is needed'
  switch (system) {
    case 'linux':
      return (
        `${python} (Debian, Ubuntu: apt install python3-venv). Without an NVIDIA graphics card ` +
        'install the CPU build of PyTorch first, as its install page says: it is much smaller.'
      )
    case 'macos':
      return `${python} (from python.org or Homebrew). Apple’s graphics are used where PyTorch can.`
    case 'windows':
      return (
        `${python} (from python.org, with the py launcher). For an NVIDIA graphics card install the ` +
        'CUDA build of PyTorch first, as its install page says. If scripts are blocked, run ' +
        'Set-ExecutionPolicy -Scope Process Bypass in the same window.'
      )
  }
}
