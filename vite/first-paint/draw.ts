/*
 * Says the picture of the page to who started this program. What components ask of a browser while they are drawn is
 * answered as at a first visit, or not at all: the picture is the same on every machine.
 */
Object.assign(globalThis, { matchMedia: () => ({ matches: false }) })
Object.defineProperty(globalThis, 'navigator', { value: { platform: '', languages: ['en'] } })
void import('./picture.ts').then(async ({ picture }) => {
  process.stdout.write(JSON.stringify(await picture()), () => process.exit())
})
