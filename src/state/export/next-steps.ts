import type { TrainingChoice } from '../../laegna.ts'

/** Where the page runs, as far as the next steps differ. */
export type System = TrainingChoice['system'] | 'android' | 'ios'

/** What to do with a file that was exported, in words; for a terminal its line, too. */
export interface NextStep {
  words: string
  line?: string
}

/** The system of this machine, by what its browser says of itself. */
export function systemHere({ userAgent, maxTouchPoints }: Navigator = navigator): System {
  if (userAgent.includes('Android')) return 'android'
  // An iPad says that it is a Mac, and no Mac has a screen to touch.
  if (/iPhone|iPad/.test(userAgent) || (userAgent.includes('Mac OS') && maxTouchPoints > 1)) {
    return 'ios'
  }
  if (userAgent.includes('Windows')) return 'windows'
  return userAgent.includes('Mac OS') ? 'macos' : 'linux'
}

/** The system that a model is trained on: the one here, where it can. */
export function trainingSystem(): TrainingChoice['system'] {
  const system = systemHere()
  return system === 'android' || system === 'ios' ? 'linux' : system
}

/** What to do next with the file of an exporter; nothing where there is nothing to say. */
export function nextStep(exporter: string, file: string, system: System): NextStep | undefined {
  const isPhone = system === 'android' || system === 'ios'
  switch (exporter) {
    case 'anki-package':
      if (system === 'android') {
        return { words: `Open ${file} from your downloads, or share it, and choose AnkiDroid.` }
      }
      if (system === 'ios')
        return { words: `Share ${file}, or open it in Files: choose AnkiMobile.` }
      return {
        words: `Open ${file} with a double click: Anki takes the cards. Or choose it in Anki → File → Import.`
      }
    case 'anki-text':
      return {
        words: isPhone
          ? `Take ${file} to a computer: Anki → File → Import. On a phone the package is simpler.`
          : `Choose ${file} in Anki → File → Import, and press Import.`
      }
    case 'dataset':
      return {
        words: isPhone
          ? `Take ${file} to the computer that trains, unpack it and run: sh train.sh`
          : `Paste this line into ${system === 'windows' ? 'PowerShell' : 'a terminal'}: it unpacks the dataset and trains.`,
        ...(!isPhone && { line: trainingLine(file, system) })
      }
    case 'html':
      return {
        words: isPhone
          ? `Open ${file} from your downloads, or share it: it needs no network.`
          : `Open ${file} with a double click: it needs no network.`
      }
    default:
      return undefined
  }
}

/** The zip holds one folder, called after it. */
function trainingLine(file: string, system: TrainingChoice['system']): string {
  const folder = file.replace(/\.zip$/, '')
  if (system === 'windows') {
    return `cd ~/Downloads; Expand-Archive -Force '${file}' .; cd '${folder}'; powershell -ExecutionPolicy Bypass -File train.ps1`
  }
  // LitGPT needs Python anyway; unzip is not everywhere.
  const unpack = system === 'macos' ? `unzip -o '${file}'` : `python3 -m zipfile -e '${file}' .`
  return `cd ~/Downloads && ${unpack} && cd '${folder}' && sh train.sh`
}
