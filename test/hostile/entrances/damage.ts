import fc from 'fast-check'
import { hostileValues, replaced } from '../values.ts'
import type { Entrance, Parts } from './entrance.ts'

/** All variants of the parts of a file in which one value of its JSON is another. */
export function* withHostileValues(parts: Parts): Generator<Parts> {
  for (const [name, text] of Object.entries(parts)) {
    const tree = treeOf(text)
    if (tree === undefined) continue
    for (const value of hostileValues) {
      for (const other of replaced(tree, value)) yield { ...parts, [name]: JSON.stringify(other) }
    }
  }
}

function treeOf(text: string): object | undefined {
  try {
    const tree: unknown = JSON.parse(text)
    return tree instanceof Object ? tree : undefined
  } catch {
    return undefined
  }
}

/** Parts in which a few letters are another, gone or doubled: sound files with unsound content. */
function withChangedLetters(parts: Parts): fc.Arbitrary<Parts> {
  const edit = fc.tuple(
    fc.constantFrom(...Object.keys(parts)),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(8),
    fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      '&',
      '/',
      '../',
      '}',
      ']',
      ',',
      '9',
      '-',
      'e9',
      '\u0000',
      '\ufeff',
      '__proto__',
      '&lt;'.repeat(50)
    )
  )
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => {
    const changed = { ...parts }
    for (const [path, where, gone, come] of edits) {
      const text = changed[path] ?? ''
      const at = Math.floor(where * text.length)
      changed[path] = text.slice(0, at) + come + text.slice(at + gone)
    }
    return changed
  })
}

type Bytes = Uint8Array<ArrayBuffer>

/** A file that was cut off, or in which some bytes are others. */
function withChangedBytes(sound: Bytes): fc.Arbitrary<Bytes> {
  const place = fc.nat(Math.max(0, sound.length - 1))
  const changes = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 6 })
  return fc.oneof(
    place.map((length) => sound.slice(0, length)),
    changes.map((list) => {
      const changed = sound.slice()
      for (const [at, byte] of list) changed[at] = byte
      return changed
    })
  )
}

/** Files of a kind as they arrive after an accident, or from somebody who means harm. */
export async function damaged({
  parts,
  pack
}: Entrance): Promise<fc.Arbitrary<() => Promise<Bytes>>> {
  const sound = await pack(parts)
  const hostile = [...withHostileValues(parts)]
  const asPacked = (one: fc.Arbitrary<Parts>) => one.map((parts) => async () => pack(parts))
  return fc.oneof(
    { weight: 2, arbitrary: asPacked(withChangedLetters(parts)) },
    { weight: 1, arbitrary: withChangedBytes(sound).map((bytes) => () => Promise.resolve(bytes)) },
    ...(hostile.length > 0 ? [{ weight: 2, arbitrary: asPacked(fc.constantFrom(...hostile)) }] : [])
  )
}
