import { expect, test } from 'playwright/test'
import { Desk } from './desk.ts'

test('the help shows the licences of what the page is made of, in its file and from its server', async ({
  page
}) => {
  for (const address of ['/', '/laegna.html']) {
    const desk = new Desk(page)
    await desk.open(address)
    await page.getByRole('button', { name: 'Help', exact: true }).click()
    const help = page.getByRole('dialog', { name: 'Help' })
    await help.getByRole('button', { name: 'About' }).click()
    const licences = help.getByLabel('Licences')
    await expect(licences).toContainText('svelte')
    await expect(licences).toContainText('Permission is hereby granted, free of charge')
  }
})
