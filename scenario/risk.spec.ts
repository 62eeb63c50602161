import { expect, type Page, test } from '@playwright/test'
import { day } from './day'
import { accessible, complaints, signIn } from './people'

const headers = { Origin: process.env.ERBA_URL ?? '' }

/** ask reads from the server as whoever sits at the page. */
const ask = async (page: Page, path: string) => (await page.request.get('/api' + path)).json()

/** calm is an account of the viewer's of which no cause is judged that promises belong to. */
async function calm(page: Page) {
  const { rows }: { rows: { id: string; name: string; causes: { cause: string }[] }[] } = await ask(page, '/risks?limit=200')
  return rows.find((r) => !r.causes.some((c) => c.cause === 'I2'))!
}

test('promises of ours that are overdue appear as a signal of risk, and whoever declines it says why', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  const { id: account } = await calm(page)
  for (const text of ['发送新版检测报告', '给出交期的书面答复']) {
    const made = await page.request.post(`/api/accounts/${account}/commitments`, { headers, data: { by: 'us', text, due: day() } })
    expect(made.ok(), await made.text()).toBeTruthy()
    const { id, version } = await made.json()
    const broken = await page.request.post(`/api/commitments/${id}/end`, { headers: { ...headers, 'If-Match': `"${version}"` }, data: { state: 'broken', reason: '供应商没有按时出报告' } })
    expect(broken.ok(), await broken.text()).toBeTruthy()
  }
  const waiting = async () => (await ask(page, `/accounts/${account}/risks`)).signals.filter((s: { kind: string; state: string }) => s.kind === 'promises' && s.state === 'proposed').length
  await expect.poll(waiting, { timeout: 30_000 }).toBe(1)

  await page.goto(`/accounts/${account}?tab=development.tab`)
  const signal = page.getByRole('region', { name: '中断风险' }).getByRole('listitem').filter({ hasText: '条承诺逾期' })
  await expect(signal).toContainText('缺乏信任')
  await accessible(page)
  await signal.getByRole('button', { name: '不采纳' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('客户已书面同意延期')
  await dialog.getByRole('button', { name: '不采纳' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(waiting).toBe(0)
  expect(heard).toEqual([])
})

test('a manager judges a cause, finds it in the matrix and takes the judgement back', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  const { id: account } = await calm(page)
  await page.goto(`/accounts/${account}?tab=development.tab`)
  const register = page.getByRole('region', { name: '中断风险' })
  await register.getByRole('button', { name: '判断 缺乏信任' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('.ant-radio-group').first().getByText('4', { exact: true }).click()
  await dialog.locator('.ant-radio-group').nth(1).getByText('4', { exact: true }).click()
  await dialog.getByLabel('依据').fill('两次技术方案都晚交')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toContainText('黄色和红色风险要有应对措施')
  await page.keyboard.press('Escape')

  const today = day(14)
  const me = (await ask(page, '/me')).id
  const judged = await page.request.put(`/api/accounts/${account}/risks/I2`, { headers: { ...headers, 'If-Match': '"0"' }, data: { probability: 4, impact: 4, evidence: '两次技术方案都晚交', counter: '每周书面通报进度', owner: me, due: today } })
  expect(judged.ok(), await judged.text()).toBeTruthy()
  await page.reload()
  await expect(register.getByRole('row', { name: /缺乏信任/ })).toContainText('红 16')

  await page.goto('/portfolio/risks?cell=4x4')
  await expect(page.getByRole('region', { name: '风险预警' }).getByRole('link').first()).toBeVisible()
  await expect(page.getByRole('region', { name: '恢复看板' })).toBeVisible()
  await accessible(page)
  const gone = await page.request.delete(`/api/accounts/${account}/risks/I2`, { headers: { ...headers, 'If-Match': '"1"' } })
  expect(gone.ok()).toBeTruthy()
  expect(heard.filter((said) => !said.includes('422'))).toEqual([]) // the refusal above
})

test('the ladder of loyalty and the forms of looking after accounts answer on a screen and on a phone', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/portfolio/loyalty')
    await expect(page.getByRole('region', { name: '忠诚度阶梯' })).toContainText('R8 优秀但被分化')
    await accessible(page)
    await page.goto('/portfolio/maintenance')
    await expect(page.getByRole('region', { name: '维护日历' })).toBeVisible()
    await accessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
  expect(heard).toEqual([])
})

test('who only works on an account sees its risks and judges none', async ({ page }) => {
  await signIn(page, 'miaomiao')
  expect((await page.request.get('/api/risks')).status()).toBe(200)
  const { rows } = await ask(page, '/accounts?limit=1')
  expect((await page.request.put(`/api/accounts/${rows[0].id}/risks/I1`, { headers: { ...headers, 'If-Match': '"0"' }, data: { probability: 1, impact: 1, evidence: '看看能不能写' } })).status()).toBe(403)
  expect((await page.request.get('/api/risks/export')).status()).toBe(403)
})
