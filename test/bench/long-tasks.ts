import type { Page } from 'playwright'

/** In the page: keeps how long its tasks were that took more than 50 ms. */
export function noteLongTasks(): void {
  const tasks: number[] = []
  Object.assign(window, { tasks })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
}

/** Milliseconds of the longest task that was kept, or 0. */
export async function longestTask(page: Page): Promise<number> {
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks)
  return Math.max(0, ...tasks)
}
