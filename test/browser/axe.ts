import axe from 'axe-core'
import type { Page } from 'playwright/test'

/** A rule that axe found broken, with the HTML of what breaks it and what would mend it. */
export interface Finding {
  id: string
  nodes: string[]
}

/** What axe looks at, and for what. */
export interface Look {
  /** These rules alone; else all. */
  rules?: string[]
  /** Only the dialog that stands over the page, if one does. */
  dialogAlone?: boolean
}

/**
 * What axe finds in the page as it stands. It is asked in the page itself, once loaded there, and
 * tells only what is wrong: all else takes longer than to look.
 */
export async function findings(
  page: Page,
  { rules, dialogAlone = false }: Look = {}
): Promise<Finding[]> {
  if (page.frames().length > 1) throw new Error('axe looks at the page alone, not at frames in it.')
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ({ rules, dialogAlone }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      const dialog = dialogAlone ? [...document.querySelectorAll('dialog:modal')].at(-1) : undefined
      const { violations } = await axe.run(dialog ?? document, {
        resultTypes: ['violations'],
        ...(rules && { runOnly: rules })
      })
      return violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`)
      }))
    },
    { rules, dialogAlone }
  )
}
