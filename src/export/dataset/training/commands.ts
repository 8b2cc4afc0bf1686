import { say, type Said } from '../../../say/say.ts'
import { alpacaWithInput } from './prompt-styles.ts'
import { installNote } from './install-note.ts'
import { litgptCommand } from './litgpt-command.ts'
import {
  powerShellString,
  quotePowerShell,
  quotePowerShellLines,
  quoteSh,
  quoteShLines
} from './quote.ts'
import { HUB, LITGPT } from './requirements.ts'
import { notOnWindows, severalMachines } from './several-machines.ts'
import type { DatasetStats, System, TrainingCommands, TrainingPlan } from './training.ts'

const ACTIVATE = '. .venv/bin/activate'
const ACTIVATE_WINDOWS = '.venv\\Scripts\\Activate.ps1'

/**
 * What to type for this plan, in order: the script, questions to the model, then the same by hand.
 * All of it works in the folder of the unzipped dataset. Every line is one command (D5).
 */
export function trainingCommands(plan: TrainingPlan, system: System): TrainingCommands[] {
  const windows = system === 'windows'
  const shell = windows ? 'powershell' : 'sh'
  const { choice, stats } = plan
  if (windows && choice.devices * choice.nodes > 1) return [notOnWindows]
  const groups: TrainingCommands[] = [
    {
      title: say('Train'),
      shell,
      commands: windows ? scriptOnWindows(plan) : scriptElsewhere(plan),
      note: windows
        ? say(
            'In the folder of the unzipped dataset. The first line sets the choices, for this window. The second only checks and prints what would run; the last trains. LitGPT is installed beside the script where it is missing.'
          )
        : say(
            'In the folder of the unzipped dataset. The first line only checks and prints what would run; the last trains. LitGPT is installed beside the script where it is missing.'
          )
    },
    {
      title: say('Ask the model'),
      shell,
      commands: questions(stats, resultFolder(plan), windows),
      note: asking(windows ? ACTIVATE_WINDOWS : ACTIVATE, stats.prompts.unseen)
    },
    {
      title: say('By hand: install'),
      shell,
      commands: windows
        ? ['py -m venv .venv', ACTIVATE_WINDOWS, `pip install "${LITGPT}" "${HUB}"`]
        : ['python3 -m venv .venv', ACTIVATE, `pip install '${LITGPT}' '${HUB}'`],
      note: installNote(system)
    },
    {
      title: say('By hand: train'),
      shell,
      commands: byHand(plan, windows),
      note: say(
        'Download the dataset with the same choices: the settings files in it belong to them. Take a new --out_dir for each run.'
      )
    }
  ]
  return choice.nodes > 1 ? [...severalMachines(plan), ...groups] : groups
}

function asking(activate: string, unseen: string | undefined): Said {
  return unseen === undefined
    ? say(
        'The script ends by saying where the model is; a second run makes a new folder. If it installed LitGPT, type {activate} before.',
        { activate }
      )
    : say(
        'The script ends by saying where the model is; a second run makes a new folder. If it installed LitGPT, type {activate} before. {unseen} is not in the dataset: see what the model makes of it.',
        { activate, unseen }
      )
}

/** Choices as the scripts read them, in a fixed order. */
function variables({ choice }: TrainingPlan): [name: string, value: string][] {
  return [
    ['MODEL', choice.model],
    ['METHOD', choice.method],
    ['DEVICES', String(choice.devices)],
    ['NODES', String(choice.nodes)],
    ['EPOCHS', String(choice.epochs)]
  ]
}

function scriptElsewhere(plan: TrainingPlan): string[] {
  const set = variables(plan).map(([name, value]) => `${name}=${quoteSh(value)}`)
  const machines =
    plan.choice.nodes > 1 ? ['MASTER_ADDR=first-machine', 'MASTER_PORT=29500', 'NODE_RANK=0'] : []
  const run = [...set, ...machines, 'sh train.sh'].join(' ')
  return [`${run} --check`, run]
}

function scriptOnWindows(plan: TrainingPlan): string[] {
  const set = variables(plan).map(([name, value]) => `$env:${name} = ${powerShellString(value)}`)
  const run = 'powershell -ExecutionPolicy Bypass -File train.ps1'
  return [set.join('; '), `${run} --check`, run]
}

function resultFolder({ choice }: TrainingPlan): string {
  return `out/${choice.method}/${choice.method === 'pretrain' ? 'converted' : 'final'}`
}

/**
 * Prompts to try. Where records were trained with an input it goes along, and with it the first words
 * of the prompt, which end in two line ends that `$(…)` would drop: hence the point after them.
 */
function questions({ prompts, inputs }: DatasetStats, folder: string, windows: boolean): string[] {
  const quote = windows ? quotePowerShellLines : quoteShLines
  const keys = ['question', 'block', 'chapter', 'unseen'] as const
  const { system } = alpacaWithInput('', '')
  const lines = keys.flatMap((key) => {
    const [asked, input] = [prompts[key], inputs[key]]
    if (asked === undefined) return []
    const generate = `litgpt generate ${folder} --prompt `
    if (input === undefined) return [generate + quote(asked)]
    const words = quote(alpacaWithInput(asked, input).prompt)
    return [`${generate}${words} --sys_prompt ${windows ? '$words' : '"${words%.}"'}`]
  })
  const first = windows ? `$words = ${quote(system)}` : `words=${quote(`${system}.`)}`
  const isNeeded = keys.some((key) => prompts[key] !== undefined && inputs[key] !== undefined)
  return [...(isNeeded ? [first] : []), ...lines, `litgpt chat ${folder}`]
}

function byHand(plan: TrainingPlan, windows: boolean): string[] {
  const quote = windows ? quotePowerShell : quoteSh
  const { choice } = plan
  const download = `litgpt download ${quote(choice.model)}`
  const train = `litgpt ${litgptCommand(plan).map(quote).join(' ')}`
  if (choice.method !== 'pretrain') return [download, train]
  // Pretraining compiles the model, which asks for a C++ compiler where there is no graphics card.
  const compile = windows
    ? ["$env:TORCH_COMPILE_DISABLE = '1'"]
    : choice.accelerator === 'cpu'
      ? ['export TORCH_COMPILE_DISABLE=1']
      : []
  const convert = 'litgpt convert_pretrained_checkpoint out/pretrain/final out/pretrain/converted'
  return [download, ...compile, train, convert]
}
