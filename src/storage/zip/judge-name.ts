import { say, type Said } from '../../say/say.ts'

/** What is wrong with a path from a zip or backup, as a sentence; `undefined` where nothing is. */
export function judgeName(path: string): Said | undefined {
  const parts = path.split('/')
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\\')) {
    return say('{path} names a place on a disk, not in a project, and was left out.', { path })
  }
  if (parts.includes('..')) {
    return say('{path} leads out of its folder and was left out.', { path })
  }
  if (parts.some((part) => part === '.' || part.trim() === '')) {
    return say('“{path}” has a part without a name and was left out.', { path })
  }
  // eslint-disable-next-line no-control-regex -- it is what is looked for
  if (/[\u0000-\u001f\u007f]/.test(path) || path.length > 1000) {
    return say('A file whose name no system allows was left out.')
  }
  if (parts.includes('__proto__')) return say('{path} has a name that is not allowed.', { path })
  return undefined
}
