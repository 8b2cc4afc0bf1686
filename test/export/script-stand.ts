import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { exportDataset } from './open-zip.ts'
import { book } from './projects.ts'

/** There is no sh on Windows. */
export const windows = process.platform === 'win32'

/** Writes a file, with the folders above it. */
export function write(path: string, text: string, mode = 0o644) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  chmodSync(path, mode)
}

/** A LitGPT that says what it was asked, logs two steps and leaves a model where it was told to. */
const LITGPT = `#!/bin/sh
echo "litgpt $*" >>"$CALLS"
case "$1" in
  download) mkdir -p "checkpoints/$2" && cp "$TINY"/* "checkpoints/$2/"; exit ;;
  convert_pretrained_checkpoint) mkdir -p "$3"; exit ;;
esac
while [ "$1" != --out_dir ]; do shift; done
mkdir -p "$2/final"
echo "Epoch 1 | iter 1 step 1 | loss train: 1.0,"
echo "Epoch 1 | iter 2 step 2 | loss train: 1.0," >&2
echo new >"$2/final/lit_model.pth"
`

/**
 * A stand to run train.sh on for real, while the tests of the calling file run, with programs in
 * LitGPT's place that only note how they were called; the real ones are in test/interop. Blanks in
 * the paths are meant. `top` is where the caller stands.
 */
export function scriptStand() {
  const top = mkdtempSync(`${tmpdir()}/laegna sh-`)
  const dataset = `${top}/data set`
  const tools = `${top}/tools`
  let copies = 0

  beforeAll(async () => {
    const { texts } = await exportDataset(book(6, 3, { capture: 'all' }))
    for (const [path, text] of texts) write(`${dataset}/${path}`, text)
    write(`${tools}/litgpt`, LITGPT, 0o755)
    write(`${tools}/python`, '#!/bin/sh\necho "$CARDS bf16 $WEIGHTS -"\n', 0o755)
    for (const file of ['lit_model.pth', 'tokenizer_config.json']) write(`${top}/tiny/${file}`, 'x')
    write(`${top}/tiny/model_config.yaml`, 'name: tiny\nblock_size: 256\nn_layer: 2\n')
  })
  afterAll(() => rmSync(top, { recursive: true }))

  /** Runs the script of a fresh copy of the dataset, for a model of 256 tokens unless told otherwise. */
  function train(
    env: Record<string, string> = {},
    { words = [] as string[], folder = fresh() } = {}
  ) {
    const calls = `${folder}/calls`
    const { status, stdout, stderr } = spawnSync('sh', [`${folder}/train.sh`, ...words], {
      cwd: top,
      encoding: 'utf8',
      env: {
        PATH: `${tools}:/usr/bin:/bin`,
        CALLS: calls,
        TINY: `${top}/tiny`,
        CARDS: '0',
        WEIGHTS: 'whole',
        MODEL: 'tiny',
        ...env
      }
    })
    const asked = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : []
    return { folder, status, stdout, stderr, asked }
  }

  /** A copy of the dataset to spoil. */
  function fresh(): string {
    const folder = `${top}/copy ${copies++}`
    cpSync(dataset, folder, { recursive: true })
    return folder
  }

  return { top, tools, train, fresh }
}
