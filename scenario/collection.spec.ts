import { expect, type Locator, type Page, test } from '@playwright/test'
import { day } from './day'
import { accessible, complaints, signIn } from './people'

const headers = { Origin: process.env.ERBA_URL ?? '' }

/** post sends something as whoever sits at the page. */
async function post(page: Page, path: string, data: object): Promise<{ id: string; version: number }> {
  const reply = await page.request.post('/api' + path, { headers, data })
  expect(reply.ok(), await reply.text()).toBeTruthy()
  return reply.json()
}

/** pick chooses a date. */
async function pick(at: Locator, on: string) {
  await at.fill(on)
  await at.press('Enter')
}

/** debtor is an account of somebody's that owes 1,200 since forty days and, under a contract, 500 that are not due. */
async function debtor(page: Page, seller: Page, name: string) {
  await signIn(seller, 'shenyan')
  const { id } = await post(seller, '/accounts', { code: `CS-${name}`, name })
  await signIn(page, 'lushan')
  const booked = `/accounts/${id}/receivables/documents`
  await post(page, booked, { kind: 'invoice', number: 'KP-0101', on: day(-70), due: day(-40), amount: 120_000 })
  await post(page, booked, { kind: 'invoice', number: 'KP-0102', on: day(-10), due: day(20), amount: 50_000, contract: 'HT-2026-18' })
  return id
}

test('late money is asked for: who owes what since when, what he promised, letters, a stop of delivery, and what is given up', async ({ page, browser }) => {
  test.slow()
  const heard = complaints(page)
  const seller = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  const account = await debtor(page, seller, '临江重机')

  // what is owed at a day: before it was due, and now
  await page.goto(`/money?account=${account}&as_of=${day(-45)}`)
  const statement = page.getByRole('region', { name: '应收明细' })
  await expect(statement.getByRole('row', { name: /KP-0101/ })).toContainText('未到期')
  await expect(statement.getByRole('row', { name: /KP-0102/ })).toHaveCount(0)
  await page.goto(`/money?account=${account}`)
  await expect(statement.getByRole('row', { name: /KP-0101/ })).toContainText('逾期 40 天')

  // a promise that was broken, and one that is to come, on the calendar
  await post(page, `/accounts/${account}/collection/promises`, { amount: 100_000, on: day(-12), due: day(-5), who: '白若谷', says: '月底前安排' })
  await page.goto(`/accounts/${account}?tab=ledger.money`)
  const said = page.getByRole('region', { name: '争议与承诺' })
  await expect(said).toContainText('失约')
  await expect(said).toContainText('承诺 1 次，兑现 0 次')
  await said.getByRole('button', { name: '记录承诺' }).click()
  const promise = page.getByRole('dialog', { name: '记录承诺' })
  await promise.getByRole('spinbutton', { name: '金额' }).fill('300')
  await pick(promise.getByLabel('承诺到账日'), day(3))
  await promise.getByLabel('客户方谁说的').fill('周敏')
  await accessible(page)
  await promise.getByRole('button', { name: /保\s*存/ }).click()
  await expect(said).toContainText(`${day(3)} 付 300.00`)
  await page.goto('/money/expected')
  const square = page.getByRole('listitem').filter({ hasText: day(3).slice(5) }).first()
  await expect(square).toContainText(/临江重机|另 \d+ 家/)
  await accessible(page)

  // the contract says other days than the company
  await page.goto(`/accounts/${account}?tab=ledger.money`)
  const steps = page.getByRole('region', { name: '催收步骤' })
  await expect(steps).toContainText('KP-0101 · 逾期 40 天')
  await steps.getByRole('button', { name: '约定步骤' }).click()
  const agree = page.getByRole('dialog', { name: '约定步骤' })
  await agree.getByLabel('合同号').fill('HT-2026-18')
  await agree.getByRole('checkbox', { name: '法务' }).uncheck()
  await agree.getByRole('spinbutton', { name: /^停发/ }).fill('60')
  await accessible(page)
  await agree.getByRole('button', { name: /保\s*存/ }).click()
  await expect(steps).toContainText('HT-2026-18：提醒 −5 · 电话 +1 · 催款函 +15 · 停发 +60')

  // a letter in Chinese, and in English
  await steps.getByRole('button', { name: '催收', exact: true }).click()
  const ask = page.getByRole('dialog', { name: '催收' })
  await choose(ask, '步骤', '催款函：15 天')
  await choose(ask, '方式', '信函（打印）')
  await choose(ask, '语言', '英文')
  await expect(ask.getByLabel('标题')).toHaveValue('Demand for payment: 临江重机')
  await expect(ask.getByLabel('正文')).toHaveValue(/KP-0101.*1,200\.00 CNY.*40 days late/)
  await choose(ask, '语言', '中文')
  await expect(ask.getByLabel('标题')).toHaveValue('催款函：临江重机')
  await expect(ask.getByLabel('正文')).toHaveValue(/KP-0101　到期 \S+　1,200\.00 CNY　逾期 40 天/)
  await accessible(page)
  await ask.getByLabel('和谁说的').fill('白若谷')
  await ask.getByRole('button', { name: '打印并记录' }).click()
  await expect(ask).toBeHidden()
  await steps.getByRole('button', { name: /^查看函件/ }).click()
  await expect(page.getByRole('dialog', { name: '查看函件' })).toContainText('请于七日内付清')
  await page.keyboard.press('Escape')

  // delivery stops, and goes on
  await steps.getByRole('button', { name: '停止发货' }).click()
  const hold = page.getByRole('dialog', { name: '停止赊销发货' })
  await hold.getByLabel('原因').fill('两次失约')
  await hold.getByRole('button', { name: '停止发货' }).click()
  await expect(steps).toContainText(`${day()} 起停止赊销发货`)
  await page.goto('/money/collection')
  const row = page.getByRole('row', { name: /临江重机/ })
  for (const more = page.getByRole('button', { name: '加载更多' }); !(await row.isVisible()) && (await more.isVisible()); ) await more.click()
  await expect(row).toContainText('已停发')
  await accessible(page)
  await row.getByRole('link', { name: '临江重机' }).click()
  await steps.getByRole('button', { name: '恢复发货' }).click()
  const lift = page.getByRole('dialog', { name: '恢复赊销发货' })
  await lift.getByLabel('恢复原因').fill('总经理书面担保')
  await lift.getByRole('button', { name: '恢复发货' }).click()
  await expect(steps.getByRole('button', { name: '停止发货' })).toBeVisible()

  // somebody else agrees that a rest is given up
  await steps.getByRole('button', { name: '申请核销' }).click()
  const give = page.getByRole('dialog', { name: '申请核销' })
  await give.getByRole('spinbutton', { name: '金额' }).fill('200')
  await give.getByLabel('原因').fill('尾差无法追回')
  await give.getByRole('button', { name: '申请核销' }).click()
  await expect(steps).toContainText('待审批')
  const boss = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await signIn(boss, 'qinlang')
  await boss.goto('/approvals')
  await boss.getByRole('list').getByRole('button', { name: /核销临江重机发票 KP-0101/ }).click()
  await boss.getByRole('button', { name: '批准', exact: true }).click()
  await expect(boss.getByRole('dialog').getByText('已批准').first()).toBeVisible()
  await boss.context().close()
  await page.reload()
  await expect(steps).toContainText('已核销')
  await expect(page.getByRole('region', { name: '应收明细' }).getByRole('row', { name: /KP-0101/ })).toContainText('1,000.00')

  // the statement of account, on paper and as a workbook
  await page.getByRole('button', { name: '对账单' }).click()
  const extract = page.getByRole('dialog', { name: '对账单' })
  await expect(extract.getByRole('article')).toContainText('临江重机')
  await expect(extract.getByRole('row', { name: /期末余额/ })).toContainText('1,500.00')
  await accessible(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('article')).toContainText('期末余额') // all that is left on paper
  await expect(page.getByRole('heading', { name: '催收步骤' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  const leaving = page.waitForEvent('download')
  await extract.getByRole('link', { name: 'XLSX' }).click()
  expect((await leaving).suggestedFilename()).toMatch(/\.xlsx$/)

  // the seller reads what was said and does not ask for money himself
  await seller.goto(`/accounts/${account}?tab=ledger.money`)
  await expect(seller.getByRole('region', { name: '催收步骤' })).toContainText('催款函')
  await expect(seller.getByRole('button', { name: '停止发货' })).toHaveCount(0)
  await seller.context().close()
  expect(heard).toEqual([])
})

/** choose takes an option of a list. */
async function choose(form: Locator, list: string, option: string) {
  await form.getByRole('combobox', { name: list }).click()
  await form.page().locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click()
}

test('terms say at once what they mean, by each of five readings and with the days off that people have written down', async ({ page, browser }) => {
  test.slow()
  const heard = complaints(page)
  const seller = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  const account = await debtor(page, seller, '临江轴承')
  await seller.context().close()

  await page.goto('/money/days?year=2029')
  const calendar = page.getByRole('region', { name: '2029' })
  await dayOff('2029-02-16', '2029-02-23', '春节', '休息')
  await dayOff('2029-02-24', '2029-02-24', '春节调休', '调休上班')
  await expect(calendar.getByRole('row', { name: /2029-02-24/ })).toContainText('调休上班')
  await accessible(page)

  await page.goto(`/accounts/${account}`)
  await page.getByRole('button', { name: '约定新账期' }).click()
  const form = page.getByRole('dialog', { name: '约定新账期' })
  await form.getByLabel('合同号').fill('HT-2027-01')
  await pick(form.getByLabel('出货日'), '2026-01-10')
  const modes = form.getByRole('list', { name: '五种读法' })
  // the first row of M76, N = 30
  for (const [mode, due] of [['开票/发货后 N 天', '2月9日'], ['月底后 N 天', '3月2日'], ['N÷30 个月后的月底', '2月28日'], ['次月 1 日起 N 天', '3月3日'], ['N÷30 个月后的同一天', '2月10日']])
    await expect(modes.getByRole('button', { name: new RegExp(mode!) })).toContainText(due!)
  await accessible(page)
  const sentence = form.locator('[aria-live]')
  await modes.getByRole('button', { name: /个月后的月底/ }).click()
  await expect(sentence).toHaveText('1月10日出货 → 到期 2月28日')
  await form.getByRole('checkbox', { name: '遇休息日顺延' }).check()
  await modes.getByRole('button', { name: /开票\/发货后/ }).click()
  await form.getByRole('spinbutton', { name: '天数 N' }).fill('37')
  await expect(sentence).toHaveText('1月10日出货 → 到期 2月24日') // people are off from 15 to 23 February 2026
  await pick(form.getByLabel('出货日'), '2029-01-10')
  await expect(sentence).toHaveText('1月10日出货 → 到期 2月24日') // a Saturday on which they work instead
  await pick(form.getByLabel('生效日期'), day(40))
  await form.getByRole('button', { name: /保\s*存/ }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('row', { name: new RegExp(day(40)) })).toContainText('HT-2027-01')

  // without the day on which people work instead, it is the Monday
  await page.goto('/money/days?year=2029')
  await calendar.getByRole('button', { name: '删除 2029-02-24' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: /删\s*除/ }).click()
  await expect(calendar.getByRole('row', { name: /2029-02-24/ })).toHaveCount(0)
  const says = await page.request.post('/api/terms/preview', { headers, data: { on: '2029-01-10', agreed: { mode: 'INV_DAYS', days: 37, statement: 0, on_day: false, grace: 0, next_working: true, parts: [] } } })
  expect((await says.json()).parts[0].due).toBe('2029-02-26')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(heard).toEqual([])

  /** dayOff says of some days what the week does not. */
  async function dayOff(from: string, until: string, name: string, kind: string) {
    await pick(calendar.getByLabel('日期', { exact: true }), from)
    await pick(calendar.getByLabel('至', { exact: true }), until)
    await choose(calendar, '类型', kind)
    await calendar.getByLabel('名称').fill(name)
    await calendar.getByRole('button', { name: /添\s*加/ }).click()
    await expect(calendar.getByRole('row', { name: new RegExp(until) })).toContainText(name)
  }
})
