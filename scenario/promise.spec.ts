import { expect, test } from '@playwright/test'
import { day } from './day'
import { accessible, complaints, signIn } from './people'
import { ask, enter } from './writing'

type Row = { id: string; account: string; user: string; ours: string; text: string; due: string; group: string; version: number }
type Line = { user: string; signed?: string; figures: { broken: number; kept: number } }

/** monthOf is how somebody's month went, as his manager reads it. */
async function monthOf(cookie: string, month: string, user: string) {
  const { body } = await ask(cookie, 'GET', `/api/reviews?month=${month}`)
  return (body.lines as Line[]).find((line) => line.user === user)
}

test('a promise that is late stands in the inbox and in the month of who made it, until it is kept', async ({ page }) => {
  const heard = complaints(page)
  const boss = await enter('xuyuan')
  const { body: inbox } = await ask(boss, 'GET', '/api/commitments?whose=line&by=us&limit=200')
  const late = (inbox.rows as Row[]).filter((row) => row.group === 'late')
  expect(late.length).toBeGreaterThan(0)
  let one: Row | undefined, before: Line | undefined
  for (const row of late) {
    const line = await monthOf(boss, row.due, row.user)
    if (line && !line.signed) [one, before] = [row, line]
  }
  if (!one || !before) throw new Error('every month with a late promise is signed')
  expect(before.figures.broken).toBeGreaterThan(0)

  await signIn(page, 'xuyuan')
  await page.goto('/visits')
  await page.getByRole('link', { name: '承诺', exact: true }).click()
  await page.goto('/visits/promises?whose=line&by=us')
  const panel = page.getByRole('region', { name: `已逾期 ${inbox.late}` })
  const row = panel.getByRole('listitem').filter({ hasText: one.text }).filter({ hasText: one.ours }).first()
  await expect(row).toContainText('逾期')
  await accessible(page)

  await page.goto(`/visits/review?month=${one.due.slice(0, 7)}-01`)
  const lines = page.getByRole('group', { name: '月度回顾' })
  await expect(lines.getByRole('row', { name: new RegExp(one.ours) })).toContainText(String(before.figures.broken))
  await accessible(page)
  await lines.getByRole('button', { name: one.ours }).click()
  await expect(page.getByRole('dialog')).toContainText('承诺履行率')
  await accessible(page)

  const kept = await ask(boss, 'POST', `/api/commitments/${one.id}/end`, { state: 'kept' }, { 'if-match': `"${one.version}"` })
  expect(kept.status).toBe(200)
  const after = await monthOf(boss, one.due, one.user)
  expect(after?.figures).toMatchObject({ broken: before.figures.broken - 1, kept: before.figures.kept + 1 })
  await page.goto('/visits/promises?whose=line&by=us')
  await expect(page.getByText('已逾期', { exact: false }).first()).toBeVisible()
  const back = await ask(boss, 'POST', `/api/commitments/${one.id}/reopen`, undefined, { 'if-match': `"${one.version + 1}"` })
  expect(back.status).toBe(200)
  expect(heard).toEqual([])
})

test('a key account manager writes down a promise of the customer, puts it off with a reason, and keeps it', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  const { rows } = await (await page.request.get('/api/commitments?whose=mine')).json()
  await page.goto(`/accounts/${rows[0].account}?tab=visit.visits`)
  const panel = page.getByRole('region', { name: '承诺', exact: true })
  await panel.getByRole('button', { name: '记一条承诺' }).click()
  const form = page.getByRole('dialog')
  await form.getByText('客户承诺').click()
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toContainText('写明承诺什么')
  await form.getByLabel('承诺内容').fill('月底前安排工厂审核')
  await accessible(page)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  const row = panel.getByRole('listitem').filter({ hasText: '月底前安排工厂审核' })
  await row.getByRole('button', { name: /^延期/ }).click()
  await page.getByRole('dialog').getByLabel('为什么延期').fill('客户审核组改期')
  await page.getByRole('dialog').getByRole('button', { name: '延期' }).click()
  await row.getByRole('button', { name: /延期 1 次/ }).click()
  await expect(page.getByRole('dialog')).toContainText('客户审核组改期')
  await accessible(page)
  await page.keyboard.press('Escape')
  await row.getByRole('button', { name: /^已履行/ }).click()
  await expect(row).toHaveCount(0)
  expect(heard.filter((text) => !text.includes('422'))).toEqual([])
})

test('a call is written down, a question waits until it is answered', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  const { rows } = await (await page.request.get('/api/commitments?whose=mine')).json()
  await page.goto(`/accounts/${rows[0].account}?tab=visit.visits`)
  const panel = page.getByRole('region', { name: '往来记录', exact: true })
  await panel.getByRole('button', { name: '记一次联系' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('内容').fill('询问备件能否提前一周到货')
  await form.getByRole('combobox', { name: '谁主动' }).click()
  await page.getByTitle('客户主动').last().click()
  await form.getByRole('checkbox', { name: '客户在等我方答复' }).check()
  await accessible(page)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await page.goto('/visits/unanswered')
  const waiting = page.getByRole('region', { name: '待答复' }).getByRole('listitem').filter({ hasText: '询问备件能否提前一周到货' })
  await expect(waiting).toContainText('已等')
  await accessible(page)
  await waiting.getByRole('button', { name: /^答复/ }).click()
  await page.getByRole('dialog').getByLabel('内容').fill('已协调，下周二到货')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(waiting).toHaveCount(0)

  await page.goto(`/accounts/${rows[0].account}?tab=visit.visits`)
  for (const subject of ['已协调，下周二到货', '询问备件能否提前一周到货']) {
    await panel.getByRole('button', { name: `删除 ${subject}` }).click()
    await page.getByRole('button', { name: '删除', exact: true }).last().click()
    await expect(panel.getByText(subject)).toHaveCount(0)
  }
  expect(heard).toEqual([])
})

test('a gift above the limit waits until somebody has agreed', async ({ page, browser }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  const { rows } = await (await page.request.get('/api/commitments?whose=mine')).json()
  await page.goto(`/accounts/${rows[0].account}?tab=visit.visits`)
  const panel = page.getByRole('region', { name: '礼品', exact: true })
  await panel.getByRole('button', { name: '登记礼品' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: '受赠人' }).click()
  await page.keyboard.press('Enter')
  await form.getByLabel('礼品', { exact: true }).fill('纪念瓷器一套')
  await form.getByLabel('价值').fill('560')
  await expect(form).toContainText('需要上级审批')
  await form.getByLabel('超限理由').fill('框架协议签约纪念，由总经理赠送')
  await accessible(page)
  await form.getByRole('button', { name: '提交审批' }).click()
  await expect(form).toBeHidden()
  const gift = panel.getByRole('row', { name: /纪念瓷器一套/ })
  await expect(gift).toContainText('待审批')

  const boss = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  const bossHeard = complaints(boss)
  await signIn(boss, 'xuyuan')
  await boss.goto('/approvals')
  await boss.getByRole('list').getByRole('button', { name: /纪念瓷器一套/ }).first().click()
  await expect(boss.getByText('框架协议签约纪念').first()).toBeVisible()
  await accessible(boss)
  await boss.getByRole('button', { name: '批准', exact: true }).click()
  await expect(boss.getByRole('dialog').getByText('已批准').first()).toBeVisible()
  await boss.context().close()
  await page.reload()
  await expect(gift).toContainText('已赠送')
  expect([...heard, ...bossHeard]).toEqual([])
})

test('what was promised at a visit and is late by the time it is reported stands in the inbox, is a signal of risk and counts in the month', async ({ page }) => {
  const heard = complaints(page)
  const boss = await enter('xuyuan'), own = await enter('shenyan')
  const { body: diary } = await ask(own, 'GET', `/api/visits?from=${day(-14)}&until=${day(-1)}`)
  const visit = (diary.rows as { id: string; account: string; day: string; state: string; version: number; owner: string }[]).find((row) => row.state === 'booked')
  if (!visit) throw new Error('no visit of the last days waits for its report')
  const before = await monthOf(boss, visit.day, visit.owner)
  const promises = ['发送接口改动清单', '答复能否分批交货'].map((text) => ({ by: 'us', text, due: visit.day }))
  const told = await ask(own, 'POST', `/api/visits/${visit.id}/report`, { key: `late-${visit.id}`, version: visit.version, on: visit.day, result: '客户只看交期', promises })
  expect(told.status, JSON.stringify(told.body)).toBe(200)

  await signIn(page, 'shenyan')
  await page.goto('/visits/promises?whose=mine&by=us')
  const late = page.getByRole('region', { name: /已逾期/ })
  for (const { text } of promises) await expect(late.getByRole('listitem').filter({ hasText: text })).toContainText('逾期')
  const signals = async () => ((await ask(own, 'GET', `/api/accounts/${visit.account}/risks`)).body.signals as { id: string; kind: string; state: string; version: number }[]).filter((one) => one.kind === 'promises' && one.state === 'proposed')
  await expect.poll(async () => (await signals()).length, { timeout: 60_000 }).toBe(1)
  await page.goto(`/accounts/${visit.account}?tab=development.tab`)
  await expect(page.getByRole('region', { name: '中断风险' }).getByRole('listitem').filter({ hasText: '条承诺逾期' })).toBeVisible()
  await accessible(page)
  expect((await monthOf(boss, visit.day, visit.owner))?.figures.broken).toBe((before?.figures.broken ?? 0) + promises.length)

  const { body: inbox } = await ask(own, 'GET', '/api/commitments?whose=mine&by=us&limit=200')
  for (const row of (inbox.rows as Row[]).filter(({ text }) => promises.some((one) => one.text === text))) {
    expect((await ask(own, 'POST', `/api/commitments/${row.id}/end`, { state: 'kept' }, { 'if-match': `"${row.version}"` })).status).toBe(200)
  }
  for (const { id, version } of await signals()) {
    await ask(own, 'POST', `/api/risks/signals/${id}/decline`, { reason: '已经补上' }, { 'if-match': `"${version}"` })
  }
  expect(heard).toEqual([])
})
