import type { Random } from './random.ts'

const words =
  `the of and a to in is that for it as with on by this are be from or an at can we you not have one which all
  when has will there more if function value memory type model data layer thread network each use used other than
  so into between these also may time way new order first only its large small example process number error system
  cell energy structure method result reference compiler pattern field index weight gradient training sequence
  attention component state event property template module package lifetime ownership borrow closure iterator trait
  matrix vector tensor batch loss sample image language token grammar chapter question answer note river history`.split(
    /\s+/
  )

const chinese = [
  '组件可以被导入到另一个组件中，并在它的模板里使用。',
  '我们在前面的章节里已经看到了这个例子。',
  '请注意，这个函数返回一个新的对象，而不会修改原来的对象。',
  '模型的参数通过反向传播来更新，',
  '如果你需要更多的控制，可以使用侦听器。',
  '这在大型项目中特别有用。'
]

const symbols = [
  '`Vec<T>`',
  '`self.weight`',
  '`ref()`',
  '`None`',
  '`match`',
  '`x_i`',
  '`--release`',
  '`a | b`'
]
const formulas = [
  '$x_i$',
  '$\\mathbf{W} \\in \\mathbb{R}^{d \\times n}$',
  '$O(n^2)$',
  '$p(y \\mid x)$'
]

/** `count` words, the first with a capital. */
export function phrase(random: Random, count: number): string {
  const text = Array.from({ length: count }, () => random.pick(words)).join(' ')
  return text[0]!.toUpperCase() + text.slice(1)
}

/** A sentence with the marks that authors use: emphasis, code, links, math, entities, breaks of line. */
export function sentence(random: Random): string {
  const length = random.between(8, 22)
  const parts = Array.from({ length }, () => inline(random))
  const text = parts.join(' ')
  return (
    text[0]!.toUpperCase() +
    text.slice(1) +
    random.pick(['.', '.', '.', ':', '?', ' -- and so on.'])
  )
}

function inline(random: Random): string {
  return random.weighted<(random: Random) => string>([
    [86, (random) => random.pick(words)],
    [5, (random) => random.pick(symbols)],
    [2, (random) => `*${random.pick(words)}*`],
    [1.2, (random) => `**${random.pick(words)} ${random.pick(words)}**`],
    [1.6, link],
    [1, (random) => random.pick(formulas)],
    [0.5, (random) => `_${random.pick(words)}_,`],
    [0.4, () => '&mdash;'],
    [0.3, () => 'https://example.org/a_b?c=1'],
    [0.2, (random) => `~~${random.pick(words)}~~`]
  ])(random)
}

function link(random: Random): string {
  const label = `${random.pick(words)} ${random.pick(words)}`
  return random.pick([
    `[${label}](../${random.pick(words)}.md#${random.pick(words)})`,
    `[${label}](https://example.org/${random.pick(words)} "${random.pick(words)}")`,
    `[${label}][more]`
  ])
}

/** A paragraph of two to six sentences, wrapped at 80 columns as authors do, or one long line. */
export function paragraph(random: Random): string {
  if (random.next() < 0.12) {
    return Array.from({ length: random.between(2, 5) }, () => random.pick(chinese)).join('')
  }
  const text = Array.from({ length: random.between(2, 6) }, () => sentence(random)).join(' ')
  return random.next() < 0.6 ? wrap(text) : text
}

function wrap(text: string): string {
  return text.replace(/(.{60,78}) /g, '$1\n')
}
