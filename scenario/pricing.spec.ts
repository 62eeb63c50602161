import { expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'
import { ask, enter } from './writing'

type Ware = { id: string; name: string; list_price: string }

/** floored is the first product with a list price, below 0.8127 of which nobody sells it for now. */
async function floored(director: string) {
  const { body } = await ask(director, 'GET', '/api/products?limit=20')
  const ware = (body.rows as Ware[]).find((p) => Number(p.list_price) > 1)!
  const floor = (Number(ware.list_price) * 0.8127).toFixed(4)
  await ask(director, 'PUT', `/api/prices/floors/${ware.id}`, { floor })
  const { from } = ((await ask(director, 'GET', '/api/prices/floors')).body as { product: string; from: string }[]).find((f) => f.product === ware.id)!
  return { ware, floor, back: () => ask(director, 'DELETE', `/api/prices/floors/${ware.id}?from=${from}`) }
}

/** offered is a new deal of the user's in four steps, with twelve of a product at a part of its list price. */
async function offered(page: Page, ware: Ware, part: number) {
  const { rows } = await (await page.request.get('/api/accounts?limit=1')).json()
  const deal = await (await page.request.post('/api/opportunities', { data: { account: rows[0].id, name: '年度备件特价', process: 'short' } })).json()
  const asked = (Number(ware.list_price) * part).toFixed(2)
  await page.request.put(`/api/opportunities/${deal.id}/lines`, { data: { lines: [{ product: ware.id, text: ware.name, quantity: '12', asked }] }, headers: { 'If-Match': `"${deal.version}"` } })
  return deal.id as string
}

const deal = async (page: Page, id: string) => (await (await page.request.get(`/api/opportunities/${id}`)).json()).deal as { stage: string; version: number }

/** move tries to take a deal to the step at which prices are told to the customer. */
async function move(page: Page, id: string) {
  const { version } = await deal(page, id)
  return page.request.post(`/api/opportunities/${id}/move`, { data: { stage: 'offer' }, headers: { 'If-Match': `"${version}"` } })
}

test('a rep asks for a special price, his manager grants it, and the deal goes on; he never sees the floor', async ({ page, browser }) => {
  const director = await enter('qinlang')
  const { ware, floor, back } = await floored(director)
  const heard = complaints(page)
  const told: string[] = []
  page.on('response', async (reply) => reply.url().includes('/api/') && told.push(await reply.text().catch(() => '')))
  await signIn(page, 'miaomiao')
  const id = await offered(page, ware, 0.9)
  const refused = await move(page, id)
  expect(refused.status()).toBe(409)
  told.push(await refused.text())

  await page.goto(`/opportunities/${id}`)
  const panel = page.getByRole('region', { name: '价格与特价' })
  await expect(panel.getByRole('row', { name: new RegExp(ware.name) }).first()).toContainText('需要特价')
  await accessible(page)
  await panel.getByRole('button', { name: `申请特价 ${ware.name}` }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('申请理由').fill('客户年用量翻倍，对手报价更低')
  await accessible(page)
  await form.getByRole('button', { name: '提交审批' }).click()
  await expect(form).toBeHidden()
  await expect(panel).toContainText('特价审批中')

  const boss = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await signIn(boss, 'xuyuan') // who leads him
  await boss.goto('/prices?view=special')
  await expect(boss.getByRole('row', { name: /年度备件特价/ }).first()).toContainText(String(Number(floor)))
  await accessible(boss)
  await boss.goto('/approvals')
  await boss.getByRole('list').getByRole('button', { name: /年度备件特价/ }).first().click()
  await boss.getByRole('button', { name: '批准', exact: true }).click()
  await expect(boss.getByRole('dialog').getByText('已批准').first()).toBeVisible()
  await boss.context().close()

  await page.reload()
  await expect(panel).toContainText('特价已批准')
  expect((await move(page, id)).status()).toBe(200)
  expect((await deal(page, id)).stage).toBe('offer')
  await page.goto('/prices?view=special')
  await expect(page.getByRole('row', { name: /年度备件特价/ }).first()).toContainText('已批准')
  await expect(page.getByText('底价', { exact: true })).toHaveCount(0)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  for (const path of ['/api/prices/floors', '/api/prices/specials?sort=floor', '/api/prices/specials/export?format=csv', `/api/opportunities/${id}/prices`, '/api/approvals']) told.push(await (await page.request.get(path)).text())
  expect(told.filter((text) => text.includes(String(Number(floor))) || /"(floor|unit_cost|below|margin|deep)":/.test(text))).toEqual([])
  expect(heard).toEqual([])

  const { version } = await deal(page, id)
  await page.request.post(`/api/opportunities/${id}/close`, { data: { state: 'lost', reason: 'cancelled' }, headers: { 'If-Match': `"${version}"` } })
  await back()
})

test('the lists of prices, and a price agreed with a customer, on their screen', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/prices')
  await page.getByRole('button', { name: '新建价目表' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('名称').fill('试用价目表')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('row', { name: /试用价目表/ })).toContainText('全公司')
  await accessible(page)
  await page.getByRole('button', { name: '删除 试用价目表' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click()
  await expect(page.getByRole('row', { name: /试用价目表/ })).toHaveCount(0)
  for (const view of ['框架价', '特价申请', '底价']) {
    await page.getByText(view, { exact: true }).first().click()
    await expect(page.getByRole('region', { name: view })).toBeVisible()
    await accessible(page)
  }
  expect(heard).toEqual([])
})
