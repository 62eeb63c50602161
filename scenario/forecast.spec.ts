import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

type Person = { owner?: string; commit: number; weighted: number; won: number }
type Board = { total: Person & { count: number }; people: Person[]; deals: { id: string; name: string; amount: number }[]; changes: { was: number; now: number; kinds: { amount: number }[] }; scope: string }

const sum = (people: Person[], of: 'commit' | 'weighted' | 'won') => people.reduce((all, one) => all + one[of], 0)

test('the meeting about the forecast happens on one screen: what comes, from whom, what has changed, how right it was', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  const board: Board = await (await page.request.get('/api/forecast')).json()
  expect(board.deals.length).toBeGreaterThan(0)
  for (const of of ['commit', 'weighted', 'won'] as const) expect(sum(board.people, of)).toBe(board.total[of])
  expect(board.changes.kinds.reduce((all, one) => all + one.amount, board.changes.was)).toBe(board.changes.now)

  await page.goto('/opportunities')
  await page.getByRole('link', { name: '预测', exact: true }).click()
  for (const name of ['各人预测', '比上次变了什么', '本期商机', '各阶段与历史赢率', '预测准不准', '成交要多久']) {
    await expect(page.getByRole('region', { name })).toBeVisible()
  }
  await expect(page.getByRole('region', { name: '本期商机' }).getByRole('link')).toHaveCount(board.deals.length)
  await accessible(page)

  const people = page.getByRole('region', { name: '各人预测' })
  const first = people.getByRole('table').getByRole('button').first()
  const who = await first.innerText()
  await first.click()
  await expect(page).toHaveURL(/owner=/)
  await expect(people.getByRole('button', { name: who, pressed: true })).toBeVisible()
  await page.getByRole('combobox', { name: '期间' }).click()
  await page.getByTitle(String(new Date().getFullYear()), { exact: true }).click()
  await expect(page).toHaveURL(/period=(%22)?\d{4}/)

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/opportunities/forecast')
  await expect(page.getByRole('region', { name: '各人预测' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('region', { name: '本期商机' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/opportunities\/\w+$/)
  expect(heard).toEqual([])
})

test('a rep forecasts by his own deals, and no list is his to take along', async ({ page }) => {
  await signIn(page, 'miaomiao')
  const board: Board = await (await page.request.get('/api/forecast')).json()
  expect(board.scope).toBe('own')
  await page.goto('/opportunities/forecast')
  await expect(page.getByRole('heading', { name: '预测', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: '导出' })).toHaveCount(0)
  expect((await page.request.get('/api/forecast/export')).status()).toBe(403)
})
