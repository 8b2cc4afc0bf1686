import { expect, test } from 'vitest'
import { sideWriter } from '../../src/export/anki/deck/card-sides.ts'
import { ankiDefaults } from '../../src/export/anki/options.ts'
import { compile, exporters } from '../../src/laegna.ts'
import { context, project } from './projects.ts'

const sidesOf = (text: string, options = {}) => {
  const [card] = compile([{ path: 'a.md', text }]).cards
  return sideWriter({ ...ankiDefaults, ...options })(card!)
}

test('each part of a card says for itself that it runs from right to left', () => {
  expect(sidesOf('# عنوان\n\n[/Q]One?[Q/] [/A]جواب[A/]')).toEqual({
    frontHtml: '<div dir="rtl">عنوان</div><br>Q: One?',
    backHtml: '<p dir="rtl">A: جواب</p>'
  })
  expect(sidesOf('# Title\n\n[/Q]سؤال[Q/] [/A]- واحد\n- two[A/]').frontHtml).toBe(
    'Title<p dir="rtl">Q: سؤال</p>'
  )
  expect(sidesOf('# $x$ عنوان\n\n[/Q]One?[Q/] [/A]a[A/]').frontHtml).toBe(
    '<div dir="rtl">\\(x\\) عنوان</div><br>Q: One?'
  )
})

test('code in a list from right to left runs from left to right, and to the left side', () => {
  const { backHtml } = sidesOf('[/Q]q[Q/]\n\n[/A]\n\n- نص\n\n  ```js\n  let a\n  ```\n\n[A/]')
  expect(backHtml).toContain('<pre style="text-align: left" dir="ltr"><code')
})

test('a card from left to right has no mark', () => {
  const { frontHtml, backHtml } = sidesOf('# Title\n\n[/Q]One **two** الخلية?[Q/] [/A]- a\n- b[A/]')
  expect(frontHtml + backHtml).not.toContain('dir=')
})

test('names on the saved page run as they read', async () => {
  const page = exporters.find(({ id }) => id === 'html')!
  const files = ['فصل', 'One'].map((name) => ({ path: `${name}.md`, text: `# ${name}` }))
  const { files: written } = await page.run(project(files, {}, 'كتاب'), {}, context)
  const html = new TextDecoder().decode(written[0]!.bytes)
  expect(html).toContain('<h1 class="project" dir="auto">كتاب</h1>')
  expect(html).toContain('<p class="path" dir="auto">فصل.md</p>')
  expect(html).toContain('<h1 dir="rtl">فصل</h1>')
  expect(html).not.toMatch(/(?:margin|padding|border)-(?:left|right):(?! ?0\.)/)
})
