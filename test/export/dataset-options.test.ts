import { describe, expect, test } from 'vitest'
import { presets } from '../../src/laegna.ts'
import { exportDataset, records } from './open-zip.ts'
import { project, seedExample } from './projects.ts'

describe('options', () => {
  test('templates decide what a record says, filled once', async () => {
    const templates = {
      qa: { instruction: '{file_id}: {question}', input: '', output: '{answer} {context}' },
      block: { instruction: 'Q={file_id}#block{N}', input: '', output: 'A={content}' },
      chapter: { instruction: '{chapter_id} {title}', input: '', output: '{content}' }
    }
    const text = '# T\n\n[/Q]{answer}?[Q/]\n[/A]$& {question}[A/]\n\n[/BLOCKREAD/]\n'
    const opened = await exportDataset(project([{ path: 'a.md', text }]), { templates })
    const all = [...records(opened, 'train'), ...records(opened, 'val')]
    expect(all).toContainEqual({
      instruction: 'a: {answer}?',
      input: '',
      output: '$& {question} T'
    })
    expect(all).toContainEqual({ instruction: 'Q=a#block1', input: '', output: 'A=# T' })
  })

  test.each(['{nmae}', '{constructor}'])('the unknown placeholder %s is refused', async (name) => {
    const block = { instruction: name, input: '', output: '{content}' }
    const templates = { qa: block, block, chapter: block }
    await expect(exportDataset(seedExample(), { templates })).rejects.toThrow(name)
  })

  test.each(presets)(
    'no prompt of $name ends in blanks, which shells drop from what is typed',
    async ({ name }) => {
      const text =
        '# A\n\nOne. [/BLOCKREAD/] [/CHAPTREEREAD/]\n\n## B\n\n[/Q]Why?[Q/] [/A]So.[A/]\n\n## C\n\nTwo. [/CHAPTREEREAD/]'
      const more = { preset: name, outlines: true, following: true }
      const opened = await exportDataset(project([{ path: 'a.md', text }]), more)
      const all = [...records(opened, 'train'), ...records(opened, 'val')]
      expect(all.filter(({ instruction }) => instruction !== instruction.trimEnd())).toEqual([])
    }
  )

  test('the sources go along when asked, under paths that stay inside', async () => {
    const files = [{ path: '../x/a.md', text: '# A\n\nText\n' }]
    const { texts } = await exportDataset(project(files, { capture: 'all' }), { sources: true })
    expect(texts.get('sources/x/a.md')).toBe('# A\n\nText\n')
    expect((await exportDataset(seedExample())).texts.has('sources/seed-example.md')).toBe(false)
  })

  test('a model’s name that could not stand in a script is refused', async () => {
    const model = "a/b'; rm -rf ~; '"
    await expect(exportDataset(seedExample(), { model })).rejects.toThrow('maker/model')
  })
})
