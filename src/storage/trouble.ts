import { say, type Said } from '../say/say.ts'

/** Why nothing could be stored, as the end of the sentence "Not saved: …". */
export function describeStorageTrouble(error: unknown): Said {
  const name = error instanceof Error ? error.name : ''
  switch (name) {
    case 'QuotaExceededError':
      return say(
        'this browser has no room left for the page. Make room in Projects; saving then goes on by itself.'
      )
    case 'SecurityError':
    case 'InvalidStateError':
    case 'UnknownError':
      return say(
        'this browser does not let the page store anything. Leave private browsing, or allow site data.'
      )
    case 'OldBuild':
      return say(
        'a newer version of Laegna works on your projects in another tab. Reload this one; what you typed last comes along.'
      )
    case 'VersionError':
      return say('a newer version of Laegna was open in this browser. Reload the page.')
    default:
      return say("the browser's storage failed ({name}). Keep the page open; it tries again.", {
        name: name || say('unknown reason')
      })
  }
}
