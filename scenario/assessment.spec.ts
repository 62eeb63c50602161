import { expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

test('a deal is judged against a rival at two steps: unknown money stops it, a gate opens by one answer, and an exception takes a director', async ({ page, browser }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  const deal = await opened(page)
  await page.goto(`/opportunities/${deal}`)
  const check = page.getByRole('region', { name: '四问评估' })
  await expect(check).toContainText('还没有评估这单')

  // all answered, the money unknown: it stops whatever the score
  await check.getByRole('button', { name: '评估', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: /^评估：/ })
  for (const name of criteria) await rate(sheet, name, name === '资金来源' ? '不知道' : '4')
  await sheet.getByLabel('「项目真实性」的依据').fill('立项批文 05-06')
  await accessible(page)
  await sheet.getByRole('button', { name: '保存评估' }).click()
  await expect(check).toContainText('先查明资金')
  await expect(check.getByRole('region', { name: '是不是机会' })).toContainText('「资金来源」还没查明')

  // at the next step: two not known at the third gate, 48 of 50, and what opens it
  expect((await page.request.post(`/api/opportunities/${deal}/move`, { data: { stage: 'research' }, headers: { 'If-Match': '"1"' } })).ok()).toBe(true)
  await page.reload()
  await expect(check).toContainText('到了新阶段，还没重新评估')
  await check.getByRole('button', { name: '重新评估' }).click()
  await rate(sheet, '资金来源', '4')
  for (const name of ['高层信任', '政治结盟']) await rate(sheet, name, '不知道')
  await sheet.getByRole('button', { name: '保存评估' }).click()
  const win = check.getByRole('region', { name: '能不能赢' })
  await expect(win).toContainText('48')
  await expect(win).toContainText('差 2 分。「高层信任」≥ 1 → 52。')
  await expect(check).toContainText('第 2 次评估')

  // the same sheet for the rival, beside ours
  await check.getByRole('button', { name: /补 2 个答案/ }).click()
  await sheet.getByText('砺衡传动', { exact: true }).click()
  for (const name of criteria) await rate(sheet, name, '3')
  await expect(sheet.getByRole('list', { name: '并排看' }).first()).toContainText('我方')
  await sheet.getByRole('button', { name: '保存评估' }).click()
  await expect(sheet).toBeHidden()

  // an exception: he asks, a director agrees, the score stays
  await check.getByRole('button', { name: '申请破例跟进' }).click()
  const asked = page.getByRole('dialog', { name: '申请破例跟进' })
  await asked.getByLabel('理由').fill('轨交第一单，做成样板')
  await asked.getByRole('button', { name: '提交批准' }).click()
  await expect(check).toContainText('破例申请等总监批准')
  const other = await browser.newContext({ locale: 'zh-CN' })
  const director = await other.newPage()
  await signIn(director, 'qinlang')
  await approve(director)
  await other.close()
  await page.reload()
  await expect(check).toContainText('已获准破例跟进')
  await expect(win).toContainText('48')

  // by what the customer decides
  const panel = page.getByRole('region', { name: '决策标准' })
  await panel.getByRole('button', { name: '加一条' }).click()
  const form = page.getByRole('dialog', { name: '加一条' })
  await form.getByLabel('标准', { exact: true }).fill('国产化证书')
  await form.getByText('必须满足，否则出局').click()
  await form.getByRole('radiogroup', { name: '我方在客户眼里' }).getByText('不满足').click()
  await form.getByRole('button', { name: '保存' }).click()
  await expect(panel).toContainText('1 条必须标准我方不满足')
  await expect(page.getByRole('region', { name: '数据怎么说' })).toContainText('毛利')
  await accessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(heard).toEqual([])
})

test('a rep is shown no margin beside the answers', async ({ page }) => {
  await signIn(page, 'miaomiao')
  const deal = await opened(page, false)
  await page.goto(`/opportunities/${deal}`)
  const data = page.getByRole('region', { name: '数据怎么说' })
  await expect(data.getByRole('row', { name: /毛利/ })).toContainText('无权查看')
  const body = await (await page.request.get(`/api/opportunities/${deal}/assessment/evidence`)).json()
  expect(body.rows.find((row: { kind: string }) => row.kind === 'earning')).toMatchObject({ state: 'hidden', value: null, rating: null })
})

const criteria = ['项目真实性', '客户业务', '财务状况', '资金来源', '紧迫事件', '正式标准', '方案匹配', '所需资源', '现有关系', '独特价值',
  '内部支持', '高层信任', '文化相容', '非正式标准', '政治结盟', '短期收入', '未来收入', '盈利性', '风险程度', '战略价值']

type Sheet = ReturnType<Page['getByRole']>

const rate = (sheet: Sheet, name: string, answer: string) => sheet.getByRole('radiogroup', { name: `「${name}」的回答` }).getByText(answer, { exact: true }).click()

/** opened begins a deal with one of the user's accounts, and a rival in it. */
async function opened(page: Page, fought = true) {
  const { rows } = await (await page.request.get('/api/accounts?limit=1')).json()
  const { id } = await (await page.request.post('/api/opportunities', { data: { account: rows[0].id, name: '齿轮箱总成 120 台', amount_minor: 840_000_000, product: '齿轮箱' } })).json()
  if (!fought) return id as string
  const competitors = (await (await page.request.get('/api/competitors')).json()).rows as { id: string; name: string }[]
  const competitor = competitors.find((c) => c.name === '砺衡传动')?.id ?? (await (await page.request.post('/api/competitors', { data: { name: '砺衡传动' } })).json()).id
  const expires = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
  await page.request.post(`/api/opportunities/${id}/rivals`, { data: { kind: 'direct', competitor, superior: '', ratings: [4, 3, 3, 5, 4, 4, 3, 3], power: 0, opposition: 0, active: true, incumbent: true, weakness: '寿命成本高', evidence: '技术交流会上听到的', expires } })
  return id as string
}

/** approve agrees to the exception, as whoever is signed in. */
async function approve(page: Page) {
  await page.goto('/approvals')
  await page.getByText(/齿轮箱总成 120 台/).first().click()
  await page.getByRole('button', { name: '批准', exact: true }).click()
  await expect(page.getByRole('dialog').getByText('已批准').first()).toBeVisible()
}
