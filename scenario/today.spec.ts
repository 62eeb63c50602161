import { expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

const now = (page: Page) => page.getByRole('region', { name: '现在做' })
const losses = async (page: Page, group: string) =>
  (await page.getByRole('region', { name: group }).locator('.today-stake b').allInnerTexts()).filter((text) => text !== '—').map((text) => Number(text.replaceAll(',', '')))

test('a key account manager begins the day with the dearest neglect, puts it off, takes it back and finishes something in place', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  await expect(page).toHaveURL(/\/today$/)
  const tasks = now(page).getByRole('listitem')
  await expect(tasks.first()).toBeVisible()
  for (const group of ['现在做', '本周内']) {
    const all = await losses(page, group)
    expect(all, `${group}: amounts fall`).toEqual([...all].sort((a, b) => b - a))
  }
  await expect(now(page).getByRole('listitem').first()).toContainText(/×/)
  await accessible(page)

  const first = tasks.first(), title = await first.locator('.today-do').innerText()
  await first.getByRole('button', { name: '依据' }).click()
  const why = page.getByRole('dialog', { name: title })
  for (const word of ['涉及金额', '损失概率', '预期损失', '剩余天数', '规则第']) await expect(why).toContainText(word)
  await accessible(page)
  await page.keyboard.press('Escape')

  await first.getByRole('button', { name: `推迟 ${title}` }).click()
  await page.getByRole('menuitem', { name: /明天/ }).click()
  await expect(page.getByRole('status')).toContainText('已推迟到明天')
  await expect(now(page).getByText(title, { exact: true })).toBeHidden()
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(now(page).getByText(title, { exact: true })).toBeVisible()

  await page.getByText('期限', { exact: true }).first().click()
  await expect(page).toHaveURL(/sort=due/)
  await page.getByText('客户', { exact: true }).last().click()
  await expect(page).toHaveURL(/sort=account/)

  const { account, owner } = await page.evaluate(async () => {
    const { rows } = await (await fetch('/api/accounts?limit=1&sort=sales&desc=true')).json()
    const people = await (await fetch('/api/people')).json()
    return { account: rows[0].id, owner: people.find((p: { name: string }) => p.name === '沈砚').id }
  })
  const today = await page.evaluate(async () => (await (await fetch('/api/today')).json()).on)
  const made = await page.evaluate(async ([account, owner, due]) => {
    const body = JSON.stringify({ title: '把第四季度框架协议送去会签', owner, due })
    return (await fetch(`/api/accounts/${account}/actions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status
  }, [account, owner, today])
  expect(made).toBe(200)
  await page.goto('/today?all=1')
  const action = now(page).getByRole('listitem').filter({ hasText: '把第四季度框架协议送去会签' })
  await action.getByRole('button', { name: '完成', exact: true }).click()
  await page.getByRole('dialog').getByLabel('结果如何').fill('双方已会签')
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).click()
  await expect(action).toBeHidden()
  expect(heard).toEqual([])
})

test('everybody has a page of his own work', async ({ browser }) => {
  const pages: [string, RegExp][] = [
    ['qinlang', /审批/], ['xuyuan', /负责人/], ['lushan', /催回/], ['songyan', /重复客户|更新|修正|今天没有要做的事/], ['admin', /首次登录|今天没有要做的事/], ['miaomiao', /期限|逾期/], ['jiangtao', /今天没有要做的事|今日/], ['privacy', /今天没有要做的事|请求/],
  ]
  for (const [login, word] of pages) {
    const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage(), heard = complaints(page)
    await signIn(page, login)
    await expect(page).toHaveURL(/\/today$/)
    await expect(page.getByRole('main')).toContainText(word)
    await accessible(page)
    expect(heard, login).toEqual([])
    await page.close()
  }
})

test('nobody is told of accounts that he does not see', async ({ browser }) => {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await signIn(page, 'miaomiao')
  const { told, seen } = await page.evaluate(async () => {
    const day = await (await fetch('/api/today?limit=200')).json()
    const told = day.groups.flatMap((g: { tasks: { account?: string }[] }) => g.tasks.map((t) => t.account).filter(Boolean))
    const seen = await Promise.all([...new Set<string>(told)].map(async (id) => (await fetch('/api/accounts/' + id)).status))
    return { told, seen }
  })
  expect(told.length).toBeGreaterThan(0)
  expect(seen.filter((status: number) => status !== 200)).toEqual([])
})

test('on a phone the day fits, and its buttons are for thumbs', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'shenyan')
  await expect(now(page).getByRole('listitem').first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const box = await now(page).getByRole('listitem').first().getByRole('button').last().boundingBox()
  expect(box!.height).toBeGreaterThanOrEqual(44)
  await expect(page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '今日' })).toHaveAttribute('aria-current', 'page')
  await accessible(page)
})
