import axe from 'axe-core'
import type { Page } from 'playwright/test'

/** A rule that axe found broken, with the HTML of what breaks it and what would mend it. */
export interface Finding {
  id: string
  nodes: string[]
}

/**
 * What axe finds in the page as it stands, by all rules or by these alone. It is asked in the page
 * itself, once loaded there, and tells only what is wrong: all else takes longer than to look.
 */
export async function findings(page: Page, rules?: string[]): Promise<Finding[]> {
  if (page.frames().length > 1) throw new Error('axe looks at the page alone, not at frames in it.')
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      ...(rules && { runOnly: rules })
    })
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`)
    }))
  }, rules)
}
