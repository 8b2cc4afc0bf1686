import { say } from '../../../say/say.ts'
import type { NextStep, Place } from '../../contract.ts'
import { isPhone } from '../../shared/is-phone.ts'

/** What to do with the dataset's zip: a line that unpacks it and trains. Nobody trains on a phone. */
export function trainingStep(file: string, place: Place): NextStep {
  if (isPhone(place)) {
    return {
      said: say('Take {file} to the computer that trains, unpack it and run: sh train.sh', { file })
    }
  }
  return {
    said:
      place === 'windows'
        ? say('Paste this line into PowerShell: it unpacks the dataset and trains.')
        : say('Paste this line into a terminal: it unpacks the dataset and trains.'),
    line: trainingLine(file, place)
  }
}

/** The zip holds one folder, called after it. */
function trainingLine(file: string, place: Place): string {
  const folder = file.replace(/\.zip$/, '')
  if (place === 'windows') {
    return `cd ~/Downloads; Expand-Archive -Force '${file}' .; cd '${folder}'; powershell -ExecutionPolicy Bypass -File train.ps1`
  }
  // LitGPT needs Python anyway; unzip is not everywhere.
  const unpack = place === 'macos' ? `unzip -o '${file}'` : `python3 -m zipfile -e '${file}' .`
  return `cd ~/Downloads && ${unpack} && cd '${folder}' && sh train.sh`
}
