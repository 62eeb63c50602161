import { expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'
import { ask, enter } from './writing'

interface Rules { version: number; lines: unknown[]; unowned: boolean; warn: number; most: number; daily: number; cooling: number; spare: string[] }

const said = ({ lines, unowned, warn, most, daily, cooling, spare }: Rules) => ({ lines, unowned, warn, most, daily, cooling, spare })

/** rules are those in force. */
const rules = async (director: string): Promise<Rules> => (await ask(director, 'GET', '/api/pool/rules')).body

/** enforce puts rules in force without a screen. */
async function enforce(director: string, next: Rules) {
  const { version } = await rules(director)
  const reply = await ask(director, 'PUT', '/api/pool/rules', { ...said(next), reason: '恢复原规则' }, { 'if-match': `"${version}"` })
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
}

const fields = ['code', 'name', 'short_name', 'uscc', 'phone', 'parent', 'region', 'city', 'industry', 'ownership', 'employees', 'revenue_minor', 'source', 'source_detail', 'referrer', 'status']

/** written is an account as it is written: without what only the server says of it. */
const written = (account: Record<string, unknown>, on: string) => ({ ...Object.fromEntries(fields.filter((name) => account[name] !== undefined).map((name) => [name, account[name]])), opened_on: on })

/** opened lets an account look as if it had been opened on a day, and returns what undoes that. */
async function opened(director: string, id: string, on: string) {
  const at = `/api/accounts/${id}`, { etag, body } = await ask(director, 'GET', at)
  const before = body.opened_on
  expect((await ask(director, 'PUT', at, written(body, on), { 'if-match': etag ?? '' })).status).toBe(200)
  return async () => {
    const now = await ask(director, 'GET', at)
    expect((await ask(director, 'PUT', at, written(now.body, before), { 'if-match': now.etag ?? '' })).status).toBe(200)
  }
}

/** neglected finds a key account that nobody has been in touch with for more than a week, and lets it look old. */
async function neglected(director: string) {
  const strict: Rules = { ...(await rules(director)), lines: ['A', 'B', 'C'].map((name) => ({ class: name, days: 8 })) }
  const all = (await ask(director, 'GET', '/api/accounts?sort=last_order&limit=200')).body.rows as { id: string; name: string; figures?: { key_account: boolean } }[]
  for (const { id, name } of all.filter((a) => a.figures?.key_account)) {
    const undo = await opened(director, id, '2020-01-02')
    const { keys } = (await ask(director, 'POST', '/api/pool/rules/trial', said(strict))).body as { keys: { name: string }[] }
    if (keys.length) return { name, undo }
    await undo()
  }
  throw new Error('every key account was in touch with somebody this week')
}

async function openRules(page: Page) {
  await page.goto('/accounts/pool')
  await page.getByRole('button', { name: '回收规则' }).click()
  return page.getByRole('dialog')
}

test('an account falls into the pool and another rep takes it, as far as his limit goes', async ({ page, browser }) => {
  const heard = complaints(page)
  const director = await enter('qinlang'), before = await rules(director)
  const code = `GH${Date.now()}`, name = '常熟虞山精密液压有限公司'
  const made = await ask(await enter('shenyan'), 'POST', '/api/accounts', { code, name, region: '华东', city: '常熟', industry: '液压', opened_on: '2024-01-02' })
  expect(made.status, JSON.stringify(made.body)).toBe(200)

  await signIn(page, 'qinlang')
  const drawer = await openRules(page)
  await drawer.getByLabel('每人每天领取上限').fill('1')
  await drawer.getByLabel('未成交').fill('200')
  await drawer.getByRole('button', { name: '试算' }).click()
  await expect(drawer.getByRole('status')).toContainText('将回收')
  await expect(drawer.getByRole('status')).toContainText(name)
  await accessible(page)
  await drawer.getByLabel('调整原因').fill('半年未成交的客户重新分配')
  await drawer.getByRole('button', { name: '启用' }).click()
  await expect(drawer).toContainText(`当前第 ${before.version + 1} 版`)
  await drawer.getByRole('button', { name: '立即执行' }).click()
  await expect.poll(async () => ((await ask(director, 'GET', `/api/pool?search=${encodeURIComponent('虞山')}`)).body.rows as unknown[]).length, { timeout: 60_000 }).toBe(1)

  const rep = await (await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' })).newPage()
  const repHeard = complaints(rep)
  await signIn(rep, 'miaomiao')
  await rep.goto('/accounts/pool')
  await rep.getByLabel('搜索名称').fill('虞山')
  await rep.getByLabel('搜索名称').press('Enter')
  const row = rep.getByRole('row', { name: new RegExp(name) })
  await expect(row).toContainText('华东')
  await expect(row).toContainText('长期未联系')
  await expect(rep.getByRole('main')).not.toContainText('沈砚')
  expect((await ask(await enter('miaomiao'), 'GET', `/api/accounts/${made.body.id}`)).status).toBe(404)
  await accessible(rep)
  await row.getByRole('button', { name: '领取' }).click()
  await expect(rep.getByText(`已领取 ${name}`)).toBeVisible()
  await expect(row).toBeHidden()
  await rep.goto('/accounts/pool')
  await rep.getByRole('button', { name: /^领取 / }).first().click()
  await expect(rep.getByText('今天已领取 1 家，请明天再来。')).toBeVisible()

  await rep.goto(`/accounts/${made.body.id}`)
  await expect(rep.getByRole('heading', { level: 1 })).toContainText(name)
  await rep.getByRole('button', { name: '退回公海' }).click()
  await rep.getByRole('dialog').getByLabel('退回原因').fill('已有同事在跟进')
  await accessible(rep)
  await rep.getByRole('dialog').getByRole('button', { name: '退回公海' }).click()
  await expect(rep).toHaveURL(/accounts\/pool/)
  await rep.context().close()
  await enforce(director, before)
  expect([...heard, ...repHeard].filter((text) => !/4(04|09)/.test(text))).toEqual([])
})

test('a rule that would recycle a key account is refused, and says which', async ({ page }) => {
  const heard = complaints(page)
  const director = await enter('qinlang'), before = await rules(director)
  const { name, undo } = await neglected(director)
  try {
    await signIn(page, 'qinlang')
    const drawer = await openRules(page)
    for (const label of ['A 级', 'B 级', 'C 级']) await drawer.getByLabel(label).fill('8')
    await drawer.getByRole('button', { name: '试算' }).click()
    await expect(drawer.getByRole('status')).toContainText('家大客户')
    await expect(drawer.getByRole('status')).toContainText(name)
    await drawer.getByLabel('调整原因').fill('收紧规则')
    await drawer.getByRole('button', { name: '启用' }).click()
    await expect(drawer.getByRole('alert').last()).toContainText(`该规则会回收 1 家大客户（${name}）`)
    await accessible(page)
    expect((await rules(director)).version).toBe(before.version)
    await drawer.getByRole('button', { name: '将这些客户列入例外' }).click()
    await expect(drawer).toContainText('按名单例外的大客户')
    await expect(drawer.getByRole('status')).not.toContainText('其中有')
  } finally {
    await undo()
  }
  expect(heard.filter((text) => !text.includes('409'))).toEqual([])
})
