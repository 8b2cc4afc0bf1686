/** Characters that are compared at once. */
const step = 4096

/** Which stretch of a text changed: offsets in the text after, and where the stretch ended in the one before. */
export interface ChangedStretch {
  start: number
  end: number
  oldEnd: number
}

/** The shortest stretch outside of which both texts are the same. */
export function changeBetween(before: string, after: string): ChangedStretch {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.slice(start, start + step) === after.slice(start, start + step)) {
    start = Math.min(most, start + step)
  }
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let [end, oldEnd] = [after.length, before.length]
  const room = () => Math.min(end, oldEnd) - start
  while (room() >= step && before.slice(oldEnd - step, oldEnd) === after.slice(end - step, end)) {
    end -= step
    oldEnd -= step
  }
  while (room() > 0 && before.charCodeAt(oldEnd - 1) === after.charCodeAt(end - 1)) {
    end--
    oldEnd--
  }
  return { start, end, oldEnd }
}
