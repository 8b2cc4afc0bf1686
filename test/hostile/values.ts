/** Values that no field is meant to hold; each may make a reader stumble. */
export const hostileValues: unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e9,
  1e300,
  '',
  '1',
  '__proto__',
  '../../x',
  'constructor',
  'x'.repeat(100_000),
  '\u0000\ud800',
  [],
  {},
  [[[]]],
  // As `JSON.parse` makes it, and in no other way: a field of that name.
  JSON.parse('{"__proto__": {"length": 1000000000}, "constructor": {"prototype": {"length": 1}}}'),
  { toString: 1, length: 1e9 }
]

/** All copies of a tree of JSON with one value in it replaced. */
export function* replaced(tree: unknown, value: unknown): Generator {
  yield value
  if (typeof tree !== 'object' || tree === null) return
  for (const [key, child] of Object.entries(tree)) {
    for (const other of replaced(child, value)) {
      if (Array.isArray(tree))
        yield tree.map((one: unknown, at) => (String(at) === key ? other : one))
      else yield { ...tree, [key]: other }
    }
  }
}
