// The people of the made-up company, and what every story expects of a screen.
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** passwords are those of the demo's users. */
export const passwords = (): Record<string, string> => JSON.parse(process.env.ERBA_LOGINS ?? '{}')

/** signIn enters as one of the demo's users, or as somebody whose password the story knows. */
export async function signIn(page: Page, login: string, password = passwords()[login] ?? '') {
  await page.goto('/sign-in')
  await page.getByLabel('用户名').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('main')).toBeVisible()
}

/** complaints collects what the browser holds against a page: errors, refusals of the content policy. */
export function complaints(page: Page) {
  const all: string[] = []
  page.on('console', (message) => message.type() === 'error' && !isKnown(message.text()) && all.push(message.text()))
  page.on('pageerror', (error) => all.push(String(error)))
  return all
}

// Ant Design's measurement of the scroll bar writes a style element without the nonce: refused, and harmless.
const isKnown = (text: string) => text.includes("style-src") && text.includes('inline')

/**
 * accessible wants no serious finding of axe on what is shown; Ant Design's open lists have no name of their own.
 * There are no foreign frames, so none is looked into from a page beside; what is well is not described either.
 */
export async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).exclude('.ant-select-dropdown').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([])
}
