import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

test('a key account manager sees where the most can be won; a wallet smaller than our sales is refused; a goal is changed and put back', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  const { rows, year } = await (await page.request.get('/api/goals?show=set&limit=200')).json()
  const one = rows.find((r: { sales: number | null; colour: string }) => (r.sales ?? 0) > 0 && r.colour)
  await page.goto('/plans/goals')
  const list = page.getByRole('region', { name: '客户与目标' })
  await expect(list.getByRole('row').nth(1)).toBeVisible()
  await accessible(page)

  await page.goto(`/accounts/${one.id}`)
  const panel = page.getByRole('region', { name: '客户目标' })
  await expect(panel).toContainText('空白空间')
  await panel.locator('.why').click()
  await expect(page.getByRole('dialog')).toContainText('达成率')
  await page.keyboard.press('Escape')

  await panel.getByRole('button', { name: '填写采购总额' }).click()
  const wallet = page.getByRole('dialog')
  await wallet.getByLabel(/^采购总额/).fill('1')
  await wallet.getByRole('button', { name: '保存' }).click()
  await expect(wallet).toContainText('小于我方')
  await accessible(page)
  await page.keyboard.press('Escape')
  await expect(wallet).toBeHidden()

  await panel.getByRole('button', { name: '修改' }).click()
  const form = page.getByRole('dialog')
  const goal = form.getByLabel(/^销售额目标/)
  await goal.fill('1000')
  if (one.primary === 'share') await form.getByLabel(/^份额目标/).fill('50')
  await accessible(page)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()

  const at = `/api/accounts/${one.id}/goal`
  const now = await page.request.get(`${at}?year=${year}`)
  expect((await now.json()).row.goal.amount).toBe(1000_00)
  const { amount, share, chosen = '', reason = '' } = one.goal
  const back = await page.request.put(at, { data: { year, amount, share, chosen, reason }, headers: { 'If-Match': now.headers()['etag'] ?? '' } })
  expect(back.status(), await back.text()).toBe(200)
  expect(heard.filter((text) => !/4(09|22)/.test(text))).toEqual([])
})

test('the director tries goals out of history, by person', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/plans/goals')
  const people = page.getByRole('region', { name: '各负责人' })
  await people.getByRole('button').filter({ hasText: /^\S+$/ }).first().click()
  await page.getByRole('button', { name: '按历史生成目标' }).click()
  const form = page.getByRole('dialog')
  await expect(form.getByLabel('销售额增长')).toHaveValue('10')
  await form.getByLabel('销售额增长').fill('20')
  await expect(form.getByRole('button', { name: /^保存 \d+ 个目标$/ }).or(form.getByText('都已设定')).or(form.getByText('缺少数据')).first()).toBeVisible()
  await accessible(page)
  await page.keyboard.press('Escape')
  expect(heard).toEqual([])
})
