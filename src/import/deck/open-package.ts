import * as v from 'valibot'
import { say, type Said } from '../../say/say.ts'
import { readZip, type ZipContents } from '../../storage/zip/read-zip.ts'
import { Room } from '../../storage/zip/room.ts'
import { ZipRefused } from '../../storage/zip/zip-limits.ts'
import { ImportRefusal, type ImportSource } from '../importer.ts'
import { messagesIn, readMessage, textIn } from './protobuf.ts'
import { TooMuch, unpress } from './unpress.ts'

/** Bytes that a collection of a million notes stays below. */
const MOST_COLLECTION = 600_000_000
/** Of one medium, and of all of them. */
const MOST_MEDIUM = 100_000_000
const MOST_MEDIA = 2_000_000_000
/** Files that a package may hold. */
const MOST_FILES = 300_000

/** Collections by how new their form is, the newest first. */
const collections = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const

/** A package of Anki, its media not yet read. */
export interface OpenedPackage {
  /** Bytes of its collection, an SQLite database. */
  collection: Uint8Array
  /** Names of its media. */
  mediaNames: ReadonlySet<string>
  /** Bytes of some of its media, by their names. */
  readMedia: (names: ReadonlySet<string>) => Promise<Map<string, Uint8Array<ArrayBuffer>>>
}

/** Opens a package of any form that Anki ever wrote. Throws `ImportRefusal` where it is none, or cut off. */
export async function openPackage({ path, blob }: ImportSource): Promise<OpenedPackage> {
  const read = (limit: number, wanted: (name: string) => boolean) =>
    readFrom({ path, blob }, limit, wanted)
  const known = new Set<string>([...collections, 'media', 'meta'])
  const { files, refused } = await read(MOST_COLLECTION, (name) => known.has(name))
  if (refused[0]) throw notTaken(path, refused[0])
  const newest = collections.find((name) => files.has(name))
  if (newest === undefined) {
    throw new ImportRefusal(
      say(
        '{path} is no deck of Anki: no collection is in it. Export the deck again in Anki, under File → Export.',
        { path }
      )
    )
  }
  const isPressed = newest === 'collection.anki21b'
  const each = (name: string) => (name === newest ? MOST_COLLECTION : MOST_MEDIUM)
  const room = new Room({ count: MOST_FILES, each, all: MOST_MEDIA }, blob.size)
  const bytesOf = async (name: string, file: Blob | undefined) => {
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? [])
    return isPressed && bytes.length > 0 ? unpressed(path, { name, bytes }, room) : bytes
  }
  const collection = await bytesOf(newest, files.get(newest))
  const names = mediaNames(path, await bytesOf('media', files.get('media')), isPressed)
  return {
    collection,
    mediaNames: new Set(names.values()),
    readMedia: async (wanted) => {
      const numbers = new Map([...names].filter(([, name]) => wanted.has(name)))
      const { files } = await read(MOST_MEDIUM, (number) => numbers.has(number))
      const media = new Map<string, Uint8Array<ArrayBuffer>>()
      for (const [number, file] of files) {
        const name = numbers.get(number)
        if (name !== undefined) media.set(name, await bytesOf(number, file))
      }
      return media
    }
  }
}

async function readFrom(
  { path, blob }: ImportSource,
  each: number,
  wanted: (name: string) => boolean
): Promise<ZipContents> {
  let contents
  try {
    const limits = { count: MOST_FILES, each: () => each, all: MOST_MEDIA }
    contents = await readZip(blob, { limits, wanted })
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error
    throw notTaken(path, error.said)
  }
  if (contents.damaged) throw new ImportRefusal(damaged(path))
  return contents
}

/** Said of a deck that is cut off or changed on its way. */
export function damaged(path: string): Said {
  return say('{path} is damaged, or not all of it has arrived. Copy it or export it once more.', {
    path
  })
}

function unpressed(
  path: string,
  { name, bytes }: { name: string; bytes: Uint8Array },
  room: Room
): Uint8Array<ArrayBuffer> {
  try {
    const whole = unpress(bytes, room.of(name))
    room.fill(whole.length)
    return whole
  } catch (error) {
    if (!(error instanceof TooMuch)) throw new ImportRefusal(damaged(path))
    throw notTaken(path, whyTooMuch(name, room))
  }
}

function whyTooMuch(name: string, room: Room): Said {
  try {
    return room.judge(name, { isFull: true })
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error
    return error.said
  }
}

function notTaken(path: string, why: Said): ImportRefusal {
  return new ImportRefusal(say('{path} was not taken: {why}', { path, why }))
}

const legacyNames = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()))

/** The names of media by the names of their files in the zip. */
function mediaNames(path: string, bytes: Uint8Array, isPressed: boolean): Map<string, string> {
  if (bytes.length === 0) return new Map()
  if (!isPressed) {
    const read = v.safeParse(legacyNames, new TextDecoder().decode(bytes))
    if (!read.success) throw new ImportRefusal(damaged(path))
    return new Map(Object.entries(read.output))
  }
  try {
    const entries = messagesIn(readMessage(bytes), 1)
    return new Map(entries.map((entry, at) => [String(at), textIn(entry, 1)]))
  } catch {
    throw new ImportRefusal(damaged(path))
  }
}
