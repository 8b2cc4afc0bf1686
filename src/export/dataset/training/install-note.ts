import { say, type Said } from '../../../say/say.ts'
import type { System } from './training.ts'

/** What a person has to know before LitGPT can be installed on a system. */
export function installNote(system: System): Said {
  switch (system) {
    case 'linux':
      return say(
        'Python 3.10 or newer is needed (Debian, Ubuntu: apt install python3-venv). Without an NVIDIA graphics card install the CPU build of PyTorch first, as its install page says: it is much smaller.'
      )
    case 'macos':
      return say(
        'Python 3.10 or newer is needed (from python.org or Homebrew). Apple’s graphics are used where PyTorch can.'
      )
    case 'windows':
      return say(
        'Python 3.10 or newer is needed (from python.org, with the py launcher). For an NVIDIA graphics card install the CUDA build of PyTorch first, as its install page says. If scripts are blocked, run {command} in the same window.',
        { command: 'Set-ExecutionPolicy -Scope Process Bypass' }
      )
  }
}
