/** What can be gone through more than once, made anew each time. */
export function again<Each>(start: () => Iterator<Each>): Iterable<Each> {
  return { [Symbol.iterator]: start }
}
