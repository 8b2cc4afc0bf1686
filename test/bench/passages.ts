import { paragraph, phrase, sentence } from './prose.ts'
import type { Random } from './random.ts'

const languages = ['rust', 'python', 'js', 'vue', 'console', '']
const codeLines: readonly ((name: string, other: string) => string)[] = [
  (name, other) => `let ${name} = ${other}.iter().map(|item| item * 2).collect::<Vec<_>>();`,
  (name, other) => `    ${name} = -(${other} * torch.log(y_hat)).sum()  # *not emphasis*`,
  (name, other) => `  const ${name} = reactive({ ${other}: 0, name: \`a \${b} c\` })`,
  (name, other) => `  <button @click="${name}++">{{ ${other} }}</button>`,
  (name, other) => `$ cargo run --${name} ${other}  # [not](a link)`,
  (name) => `def ${name}(self, x):`,
  () => ''
]

/** The most common passages of technical Markdown, about as often as books and manuals have them. */
export function passage(random: Random): string {
  return random.weighted<(random: Random) => string>([
    [62, paragraph],
    [14, fencedCode],
    [5, list],
    [2, looseList],
    [3, quote],
    [2, table],
    [2.5, math],
    [1.5, (random) => `<img src="images/${random.between(1, 99)}.png" alt="A figure">`],
    [1, (random) => `![${phrase(random, 3)}](../img/figure-${random.between(1, 99)}.svg)`],
    [1, indentedCode],
    [0.5, () => '---']
  ])(random)
}

function times(random: Random, low: number, high: number, make: () => string): string[] {
  return Array.from({ length: random.between(low, high) }, make)
}

function codeLine(random: Random): string {
  return random.pick(codeLines)(phrase(random, 1).toLowerCase(), phrase(random, 1).toLowerCase())
}

function fencedCode(random: Random): string {
  const lines = times(random, 3, 20, () => codeLine(random))
  return ['```' + random.pick(languages), ...lines, '```'].join('\n')
}

function indentedCode(random: Random): string {
  return times(random, 2, 6, () => `    ${codeLine(random).trim()}`)
    .join('\n')
    .trimEnd()
}

function list(random: Random): string {
  const ordered = random.next() < 0.3
  return times(random, 3, 7, () => sentence(random))
    .map((item, index) => {
      const nested = random.next() < 0.15 ? `\n   * ${sentence(random)}` : ''
      return `${ordered ? `${index + 1}.` : '*'} ${item}${nested}`
    })
    .join('\n')
}

function looseList(random: Random): string {
  return times(random, 2, 4, () => {
    const continued = `- ${paragraph(random)}`.replaceAll('\n', '\n  ')
    return random.next() < 0.3 ? `${continued}\n\n  \`\`\`js\n  call(1)\n  \`\`\`` : continued
  }).join('\n\n')
}

function quote(random: Random): string {
  return `> ${paragraph(random).replaceAll('\n', '\n> ')}\n>\n> ${sentence(random)}`
}

function table(random: Random): string {
  const row = () => `| ${phrase(random, 2)} | \`code\` | ${phrase(random, 4)} |`
  return [row(), '| --- | :-: | --- |', ...times(random, 3, 8, row)].join('\n')
}

function math(random: Random): string {
  return `$$\n\\mathbf{h}_${random.between(1, 9)} = \\phi(\\mathbf{W} \\mathbf{x} + \\mathbf{b})\n$$`
}
