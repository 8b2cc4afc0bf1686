/** Why nothing could be stored, as the end of the sentence "Not saved: …". */
export function describeStorageTrouble(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  switch (name) {
    case 'QuotaExceededError':
      return 'this browser has no room left for the page. Make room in Projects; saving then goes on by itself.'
    case 'SecurityError':
    case 'InvalidStateError':
    case 'UnknownError':
      return 'this browser does not let the page store anything. Leave private browsing, or allow site data.'
    case 'OldBuild':
      return 'a newer version of Laegna works on your projects in another tab. Reload this one; what you typed last comes along.'
    case 'VersionError':
      return 'a newer version of Laegna was open in this browser. Reload the page.'
    default:
      return `the browser's storage failed (${name || 'unknown reason'}). Keep the page open; it tries again.`
  }
}
