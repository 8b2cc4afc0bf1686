import * as v from 'valibot'
import { afterEdits } from '../laegna.ts'
import { fileSchema, typedSchema, type FileRecord, type TypedRecord } from './schema.ts'

type PathKey = [projectId: string, path: string]
type TypedKey = [projectId: string, path: string, revision: number]

/** The store of files, inside a transaction. */
interface Files {
  get(key: PathKey): Promise<FileRecord | undefined>
  getAll(keys: IDBKeyRange): Promise<FileRecord[]>
  getAllKeys(keys: IDBKeyRange): Promise<PathKey[]>
  index(name: 'revision'): Omit<Files, 'get' | 'index'>
}

/** The store of what was typed since they were written. */
interface Typed {
  getAll(keys: IDBKeyRange): Promise<TypedRecord[]>
  getAllKeys(keys: IDBKeyRange): Promise<TypedKey[]>
}

/** The stores of one transaction that hold the texts. */
export interface TextStores {
  files: Files
  typed: Typed
}

/** Files as they are now, and the paths of those that are damaged. */
export interface StoredTexts {
  sound: FileRecord[]
  damaged: string[]
}

/** Texts of fewer UTF-16 units are written whole. */
const long = 100_000
/** Records of typing into one text, after which it is written whole. */
const most = 1000

/** All texts of a project, or those that were stored after a revision, in any order. */
export async function readTexts(
  { files, typed }: TextStores,
  id: string,
  since?: number
): Promise<StoredTexts> {
  const range = since === undefined ? filesOf(id) : newerThan(id, since)
  const source = since === undefined ? files : files.index('revision')
  const [keys, records, rounds] = await Promise.all([
    source.getAllKeys(range),
    source.getAll(range),
    typed.getAll(filesOf(id))
  ])
  const byPath = new Map<string, TypedRecord[]>()
  for (const typing of rounds) {
    byPath.set(typing.path, [...(byPath.get(typing.path) ?? []), typing])
  }
  const known = new Map(keys.map(([, path], at) => [path, records[at]]))
  const changed = [...byPath].filter(
    ([path, rounds]) => !known.has(path) && rounds.some(({ revision }) => revision > (since ?? 0))
  )
  // A file that is gone has left nothing to type into.
  for (const [path] of changed) {
    const record = await files.get([id, path])
    if (record) known.set(path, record)
  }
  const texts: StoredTexts = { sound: [], damaged: [] }
  for (const [path, record] of known) {
    const file = textOf(record, byPath.get(path) ?? [])
    if (file) texts.sound.push(file)
    else texts.damaged.push(path)
  }
  return texts
}

/** One text as it is now; where that cannot be said, all that is stored of it. */
export async function readText(
  { files, typed }: TextStores,
  id: string,
  path: string
): Promise<{ file?: FileRecord; damaged?: object } | undefined> {
  const [record, rounds] = await Promise.all([
    files.get([id, path]),
    typed.getAll(typedOf(id, path))
  ])
  if (record === undefined) return undefined
  const file = textOf(record, rounds)
  return file ? { file } : { damaged: rounds.length > 0 ? { ...record, typed: rounds } : record }
}

/** Whether what was typed into the text of a revision may be added to what is stored of it. */
export async function takesTyping(
  { files, typed }: TextStores,
  id: string,
  { path, base, length }: { path: string; base: number; length: number }
): Promise<boolean> {
  if (length < long) return false
  const keys = await typed.getAllKeys(typedOf(id, path))
  if (keys.length >= most) return false
  const last = keys.at(-1)
  if (last) return last[2] === base
  const written = await files.index('revision').getAllKeys(IDBKeyRange.only([id, base]))
  return written.some(([, one]) => one === path)
}

/** Keys of all files or media of a project: an array sorts after every string. */
export function filesOf(projectId: string): IDBKeyRange {
  return IDBKeyRange.bound([projectId], [projectId, []])
}

/** Keys of what was typed into one file. */
export function typedOf(projectId: string, path: string): IDBKeyRange {
  return IDBKeyRange.bound([projectId, path], [projectId, path, []])
}

/** Keys in the index of revisions: everything of a project after one of them. */
function newerThan(projectId: string, revision: number): IDBKeyRange {
  return IDBKeyRange.bound([projectId, revision], [projectId, Infinity], true)
}

/** A file with what was typed into it since it was written; nothing where they do not fit. */
function textOf(record: unknown, rounds: readonly unknown[]): FileRecord | undefined {
  const read = v.safeParse(fileSchema, record)
  if (!read.success || rounds.length === 0) return read.success ? read.output : undefined
  const typing = v.safeParse(v.array(typedSchema), rounds)
  if (!typing.success) return undefined
  const file = read.output
  let { revision, strand } = file
  for (const { base, ...next } of typing.output) {
    if (base !== revision) return undefined
    ;({ revision, strand } = next)
  }
  const text = afterEdits(
    file.text,
    typing.output.flatMap(({ rounds }) => rounds)
  )
  const isWhole = text.length === typing.output.at(-1)?.length
  return isWhole ? { ...file, text, revision, strand } : undefined
}
