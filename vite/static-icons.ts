import type { Plugin } from 'vite'

/** Where the icons stand, each as the data that the library draws when the page runs. */
const icons = /@lucide\/svelte\/dist\/icons\/[^/]+\.svelte$/
const data = /const iconData = (\{.*\});/

/** What is read of an icon: its name, and its shapes with their attributes. */
interface Icon {
  name: string
  node: [tag: string, attributes: Record<string, string>][]
}

/**
 * Draws the icons when the page is built: as a template that is copied, an icon costs a tenth of one that is put together
 * attribute by attribute, and the bar alone has twenty.
 */
export function staticIcons(): Plugin {
  return {
    name: 'static-icons',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!icons.test(id)) return undefined
      const found = data.exec(code)?.[1]
      if (found === undefined) throw new Error(`${id} holds no icon: mend vite/static-icons.ts.`)
      return { code: drawn(JSON.parse(found) as Icon), map: null }
    }
  }
}

function drawn({ name, node }: Icon): string {
  const shapes = node.map(([tag, attributes]) => {
    const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`)
    return `<${tag}${all.join('')} />`
  })
  return `<script>
  const { size = 24, 'aria-label': label } = $props()
</script>
<svg xmlns="http://www.w3.org/2000/svg" width={size} height={size} viewBox="0 0 24 24" fill="none"
  stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" class="lucide lucide-${name}"
  aria-label={label} aria-hidden={label === undefined ? 'true' : undefined}>${shapes.join('')}</svg>`
}
