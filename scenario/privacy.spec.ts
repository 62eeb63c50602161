import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

// Somebody confides in his account manager, and later asks what is kept of him.
test('what somebody confided is masked, opened knowingly, handed to him and forgotten', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  const name = await person(page)

  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: /查看 .*私人手机/ }).click()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(/1990010\d{4}/)
  await page.getByRole('button', { name }).first().click()
  const drawer = page.getByRole('dialog', { name })
  await expect(drawer.getByText('爱好')).toBeVisible()
  await accessible(page)
  await drawer.getByRole('button', { name: '查看内容' }).click()
  await expect(drawer.getByText(/爬山|羽毛球|喝茶/)).toBeVisible()
  const account = page.url()

  await page.context().clearCookies()
  await signIn(page, 'qinlang') // the director sees masks, and no notes
  await page.goto(account)
  await expect(page.getByRole('dialog', { name }).getByText(/199\*\*\*\*\d{4}/).first()).toBeVisible()
  await expect(page.getByText('敏感记录')).toHaveCount(0)

  await page.context().clearCookies()
  await signIn(page, 'privacy')
  await page.goto('/privacy')
  await page.getByRole('button', { name: '登记请求' }).click()
  await page.getByLabel('姓名').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: /保\s*存/ }).click()
  await page.getByRole('button', { name: '查找记录' }).click()
  await page.getByRole('checkbox').first().check()
  await expect(page.getByText('已确认 1 条记录')).toBeVisible()
  await accessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '交给本人的副本' }).click()
  expect((await download).suggestedFilename()).toMatch(/^privacy-.*\.html$/)

  await page.getByRole('button', { name: /清\s*除/ }).click()
  await page.locator('.ant-modal').getByPlaceholder('姓名').fill(name)
  await page.locator('.ant-modal').getByRole('button', { name: /清\s*除/ }).click()
  await expect(page.getByText('已清除，并加入不再收集名单。')).toBeVisible()
  expect(heard).toEqual([])
})

/** person opens the tab of an account at which somebody confided something, and says who. */
async function person(page: import('@playwright/test').Page) {
  const [account, name] = await page.evaluate(async () => {
    const { rows } = await (await fetch('/api/accounts?limit=200')).json()
    for (const { id } of rows) {
      const people = await (await fetch(`/api/accounts/${id}/contacts`)).json()
      const found = people.find((p: { facts?: object[] }) => p.facts?.length)
      if (found) return [id, found.name]
    }
    throw new Error('nobody confided anything')
  })
  await page.goto(`/accounts/${account}?tab=contact.relations&people=list`)
  return name as string
}
