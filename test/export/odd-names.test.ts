import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { compile, exporters, type ExportInput } from '../../src/laegna.ts'
import { openPackage } from './open-package.ts'
import { context } from './projects.ts'

/** What no text file should hold, and no other program can be trusted with. */
const odd = '\0\u0001\u0007\u000b\u001b\u007f\u0085\u009b\ud800\udc00\u202e\u2028\ufeff'

function oddProject(): ExportInput {
  const path = `fol${odd}der/na${odd}me.md`
  const text = `---
title: "ti${odd}tle"
file_id: "i${odd}d"
deck: "de${odd}ck::su${odd}b"
tags: ["ta${odd}g"]
---

Before.

# Chap${odd}ter $x${odd}$

[/Q]ques${odd}tion[Q/] [/A]ans${odd}wer \`co${odd}de\` ![al${odd}t](pic${odd}ture.png)[A/]

[/BLOCKREAD/] [/CHAPTREEREAD/]

<p title="a${odd}b">te${odd}xt</p>

\`\`\`js${odd}
code${odd}
\`\`\`
`
  const settings = {
    deck: `ro${odd}ot`,
    tags: [`t${odd}`],
    decks: 'chapter' as const,
    capture: 'all' as const
  }
  const media = new Map([[`fol${odd}der/pic${odd}ture.png`, new Uint8Array([1])]])
  const files = [
    { path, text },
    { path: 'plain.md', text: '# One\n\nTwo.' }
  ]
  const compilation = compile(files, settings, [...media.keys()])
  return { name: `pro${odd}ject`, files, settings, media, compilation }
}

/** The texts of all that an exporter wrote, and the names in it. */
async function written(id: string): Promise<string[]> {
  const exporter = exporters.find((one) => one.id === id)!
  const { files } = await exporter.run(oddProject(), {}, context)
  const texts: string[] = []
  for (const { name, bytes } of files) {
    texts.push(name)
    if (exporter.extension === 'apkg') {
      const { notes, decks, media } = await openPackage(bytes)
      texts.push(...media.keys(), ...decks.flatMap(({ name, desc }) => [name, desc]))
      texts.push(...notes.flatMap(({ fields, tags, sorted }) => [...fields, tags, sorted]))
    } else if (exporter.extension === 'zip') {
      const { files } = await JSZip.loadAsync(bytes)
      for (const [path, file] of Object.entries(files)) {
        texts.push(path, read(await file.async('uint8array')))
      }
    } else texts.push(read(bytes))
  }
  return texts
}

function read(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

test.each(exporters.map(({ id }) => id))('%s holds no control character of a name', async (id) => {
  // eslint-disable-next-line no-control-regex -- these are looked for
  const control = /.{0,40}(?:[\0-\x08\x0b-\x1f\x7f-\x9f]|\p{Surrogate})/u
  const found = (await written(id)).flatMap((text) => control.exec(text)?.[0] ?? [])
  expect(found, 'Write names through `cleanLine` of src/render/clean-text.ts.').toEqual([])
})
