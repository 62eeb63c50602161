// A threshold is moved by two directors, and what follows is proposed, contested, decided and remembered. Afterwards everything is as it was: other stories look at the same company.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

test.describe.configure({ mode: 'serial' })

const second = { login: 'luo.an', name: '罗安', password: '两位总监比一位更让人放心' }
const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

interface Proposal {
  id: string
  account: string
  name: string
  model: string
  need: string
  decide: boolean
}

let cut = 0 // how many in a hundred have less potential than one whose potential is high
let disputed: Proposal, approved: Proposal[]

test.beforeAll('a second director is there', async ({ browser }) => {
  const admin = await entered(browser, 'admin')
  const { password } = await ask<{ password: string }>(admin, 'POST', '/users', { login: second.login, name: second.name, roles: ['director'] })
  await admin.context().close()
  const boss = await entered(browser, 'qinlang')
  const { rows } = await ask<{ rows: { id: string; kind: string; version: number; args: { text: string }[] }[] }>(boss, 'GET', '/approvals?box=decide')
  const wanted = rows.find((row) => row.args.some((arg) => arg.text === second.name))!
  await ask(boss, 'POST', `/approvals/${wanted.id}/decision`, { verdict: 'approve' }, wanted.version)
  await boss.context().close()
  const own = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await own.goto('/sign-in')
  await own.getByLabel('用户名').fill(second.login)
  await own.getByLabel('密码').fill(password)
  await own.getByRole('button', { name: '登录' }).click()
  await own.getByLabel('当前密码').fill(password)
  await own.getByLabel('新密码').fill(second.password)
  await own.getByLabel('再输一次').fill(second.password)
  await own.getByRole('button', { name: '保存并继续' }).click()
  await expect(own.getByRole('main')).toBeVisible()
  await own.context().close()
})

test('a director moves a threshold, sees who moves and who gets too much to do, and a second one approves', async ({ page, browser }) => {
  const heard = complaints(page)
  const manager = await entered(browser, 'shenyan')
  const { rows } = await ask<{ rows: { id: string }[] }>(manager, 'GET', '/accounts?limit=200')
  const mine = new Set(rows.map((row) => row.id))
  await manager.context().close()
  await signIn(page, 'qinlang')
  let moving = 0, over = 0
  for (const above of [75, 70, 65, 60, 50, 40]) { // the first at which something happens to the manager of this story
    const sim = await ask<{ up: number; down: number; moved: { account: string; held: boolean }[]; loads: { after: number; capacity: number }[] }>(page, 'POST', '/methods/M16/simulation', { config: { above: above / 100 } })
    cut = above
    moving = sim.up + sim.down
    over = sim.loads.filter((load) => load.after > load.capacity).length
    if (sim.moved.some((m) => mine.has(m.account))) break
  }
  await page.goto('/methods/M16')
  await page.getByLabel('自动时：潜力分位').fill(String(cut))
  await expect(panel(page, `${moving} 家客户变动`)).toBeVisible()
  await expect(panel(page, over ? `${over} 位经理超负荷` : '没有经理超负荷')).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByLabel('理由').fill('大客户的门槛定得太高')
  await page.getByRole('button', { name: /提交 v\d+ 审批/ }).click()
  await expect(page.getByText('等待审批')).toBeVisible()

  const other = await entered(browser, second.login, second.password)
  const otherHeard = complaints(other)
  await other.goto('/approvals')
  await other.getByRole('button', { name: /M16 两种价值四类改为第 \d+ 版/ }).click()
  const asked = other.getByRole('dialog')
  await expect(asked.getByRole('listitem').filter({ hasText: '潜力分位' })).toContainText(`${cut}%`)
  await asked.getByRole('button', { name: '批准', exact: true }).click()
  await expect(asked.getByText('已批准').first()).toBeVisible()
  await other.context().close()
  expect([...heard, ...otherHeard]).toEqual([])
})

test('a re-evaluation proposes, and a manager contests one of it with evidence', async ({ page, browser }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/evaluation')
  await page.getByRole('button', { name: /再评估$/ }).click()
  await expect.poll(async () => (await open(page)).filter(followed).length, { timeout: 60_000 }).toBeGreaterThan(0)
  await page.goto('/evaluation')
  await expect(page.getByRole('row')).toHaveCount(Math.min(100, (await open(page)).length) + 1)
  await expect(page.getByRole('row').nth(1)).toContainText('工时')
  await accessible(page)

  const manager = await entered(browser, 'shenyan')
  const managerHeard = complaints(manager)
  disputed = (await open(manager)).find((p) => p.model === 'tier')!
  await manager.goto('/evaluation')
  const row = manager.getByRole('row').filter({ hasText: disputed.name }).filter({ hasText: /分界/ })
  await expect(row.getByRole('checkbox')).toHaveCount(0) // nobody decides about his own account
  await row.getByRole('button', { name: '提出异议' }).click()
  const form = manager.getByRole('dialog', { name: /提出异议/ })
  await accessible(manager)
  await form.getByLabel('依据').fill('明年不再采购这一类，见客户 9 月来函')
  await form.getByRole('button', { name: '提出异议' }).click()
  await expect(row.getByText('明年不再采购这一类')).toBeVisible()
  await manager.context().close()
  expect([...heard, ...managerHeard]).toEqual([])
})

test('who decides reads the evidence and refuses; another change takes effect, and register and chips follow', async ({ page, browser }) => {
  const heard = complaints(page)
  const decider = await entered(browser, disputed.need === 'director' ? 'qinlang' : 'xuyuan')
  const deciderHeard = complaints(decider)
  await decider.goto('/evaluation?contested=yes')
  const row = decider.getByRole('row').filter({ hasText: disputed.name })
  await expect(row.getByText('明年不再采购这一类，见客户 9 月来函')).toBeVisible()
  await row.getByRole('checkbox').check()
  await decider.getByLabel('理由').fill('异议成立，先不调整')
  await decider.getByRole('button', { name: '否决 1 项' }).click()
  await expect(decider.getByText('已处理 1 项')).toBeVisible()
  await decider.context().close()

  await signIn(page, 'qinlang')
  const all = await open(page)
  const entering = all.find((p) => p.model === 'key' && all.some((q) => q.model === 'tier' && q.account === p.account && q.id !== disputed.id))!
  approved = all.filter((p) => p.account === entering.account)
  await page.goto(`/accounts/${entering.account}`)
  await expect(page.getByText(/^层级生效：.*（计算：.*）$/)).toBeVisible() // both are told as long as they differ
  await page.goto('/evaluation')
  const boxes = page.getByRole('checkbox', { name: `选择 ${entering.name}` })
  await expect(boxes).toHaveCount(approved.length)
  for (const box of await boxes.all()) await box.check()
  await page.getByRole('button', { name: /^批准 \d 项$/ }).click()
  await expect(page.getByText(/^已处理 \d 项$/)).toBeVisible()
  await page.goto('/portfolio/register')
  await expect(page.getByRole('row').filter({ hasText: entering.name })).toBeVisible()
  await page.goto(`/accounts/${entering.account}`)
  await expect(page.getByRole('heading', { level: 1, name: entering.name })).toBeVisible()
  await expect(page.getByRole('button', { name: /大客户.*为什么/ })).toBeVisible()
  await expect(page.getByText(/^层级生效：/)).toHaveCount(0)
  await accessible(page)
  expect([...heard, ...deciderHeard]).toEqual([])
})

test('every step is in the audit', async ({ page }) => {
  await signIn(page, 'qinlang')
  const steps = { method: ['保存方法草稿', '批准方法新版本'], evaluation: ['发起再评估', '完成再评估'], '': ['对类别变更提出异议', '驳回申请', '批准申请', '变更类别'] }
  for (const [object, done] of Object.entries(steps)) {
    await page.goto(object ? `/audit?object=${object}` : '/audit')
    for (const step of done) await expect(page.getByRole('cell', { name: step, exact: true }).first()).toBeVisible()
  }
  await expect(page.getByRole('row').filter({ hasText: '变更类别' }).first()).toContainText('秦朗')
})

test('what has moved is told by cell and by name, in English, in the dark and on a phone', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/evaluation?tab=movements')
  await expect(panel(page, 'ABC 分类').getByRole('img', { name: /^ABC 分类/ })).toBeVisible()
  await accessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出变动名单' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
  await page.getByText('EN', { exact: true }).click()
  await page.getByRole('button', { name: 'Switch to dark' }).click()
  await page.setViewportSize({ width: 390, height: 844 })
  for (const tab of ['proposals', 'movements', 'runs']) {
    await page.goto(`/evaluation?tab=${tab}`)
    await expect(page.getByRole('region').first()).toBeVisible()
    await accessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('dialog').getByText('中', { exact: true }).click()
  expect(heard).toEqual([])
})

test.afterAll('everything is as it was', async ({ browser }) => {
  const boss = await entered(browser, 'qinlang')
  for (const { id } of approved ?? []) {
    const { version, state } = await ask<{ version: number; state: string }>(boss, 'GET', `/approvals/${id}`)
    if (state === 'approved') await ask(boss, 'POST', `/approvals/${id}/undo`, { reason: '故事讲完了' }, version)
  }
  const method = await ask<{ base: number; default: unknown }>(boss, 'GET', '/methods/M16')
  await ask(boss, 'PUT', '/methods/M16/draft', { base: method.base, config: method.default }, 0)
  const { proposal } = await ask<{ proposal: string }>(boss, 'POST', '/methods/M16/submission', { reason: '恢复默认' }, 1)
  const other = await entered(browser, second.login, second.password)
  await ask(other, 'POST', `/approvals/${proposal}/decision`, { verdict: 'approve' }, 1)
  await other.context().close()
  await ask(boss, 'POST', '/evaluation/runs', { as_of: '' })
  await expect.poll(async () => (await open(boss)).filter(followed).length, { timeout: 60_000 }).toBe(0)
  await boss.context().close()
  const admin = await entered(browser, 'admin')
  const user = (await ask<{ id: string; login: string }[]>(admin, 'GET', '/users')).find(({ login }) => login === second.login)!
  const { version } = await ask<{ version: number }>(admin, 'GET', `/users/${user.id}`)
  await ask(admin, 'PUT', `/users/${user.id}`, { name: second.name, roles: ['director'], active: false }, version)
  await admin.context().close()
})

async function entered(browser: Browser, login: string, password?: string) {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await signIn(page, login, password)
  return page
}

// What follows from the threshold of this story; the cards wait for whoever tells of them.
const followed = ({ model }: Proposal) => model === 'tier' || model === 'key'

const open = async (page: Page) => (await ask<{ rows: Proposal[] }>(page, 'GET', '/evaluation/proposals?limit=200')).rows

/** ask asks the server as whoever has signed in. */
async function ask<T>(page: Page, method: string, path: string, body?: unknown, version?: number) {
  const { status, said } = await page.evaluate(async ({ method, path, body, version }) => {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' }
    if (version !== undefined) headers['If-Match'] = `"${version}"`
    const reply = await fetch('/api' + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
    return { status: reply.status, said: await reply.text() }
  }, { method, path, body, version })
  expect(status, `${method} ${path}: ${said}`).toBeLessThan(300)
  return (said ? JSON.parse(said) : undefined) as T
}
