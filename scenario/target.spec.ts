import { expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

interface Row { kind: string; user: string; name: string; version: number; target: number[] }
interface Board { year: number; rows: Row[] }

/** board is what stands at the server, as the one who is signed in sees it. */
const board = async (page: Page): Promise<Board> => (await page.request.get('/api/targets?measure=sales')).json()

/** put writes targets over whatever stands there now. */
async function put(page: Page, wanted: Row[]) {
  const now = await board(page)
  const rows = wanted.map(({ kind, user, target }) => ({ kind, user, months: target, version: now.rows.find((r) => r.kind === kind && r.user === user)?.version ?? 0 }))
  const reply = await page.request.put('/api/targets', { data: { year: now.year, measure: 'sales', rows } })
  expect(reply.status(), await reply.text()).toBe(200)
}

test('a regional manager distributes targets, sees attainment, and who is slower sees both sides', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'xuyuan')
  const before = (await board(page)).rows.filter((r) => r.kind === 'person' && r.version > 0)
  await page.goto('/plans/targets')
  const list = page.getByRole('region', { name: '目标看板' })
  await expect(list.getByRole('row').nth(1)).toContainText('许愿 团队')
  await expect(page.getByRole('region', { name: '逐月达成' })).toBeVisible()
  await accessible(page)

  await page.getByRole('button', { name: '分解目标' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('预留').fill('10')
  await expect(form.getByRole('button', { name: /^保存 \d+ 个目标$/ })).toBeEnabled()
  await accessible(page)
  await form.getByRole('button', { name: /^保存 \d+ 个目标$/ }).click()
  await expect(form).toBeHidden()
  await expect(list.getByRole('row').nth(1)).toContainText('未分配')

  await list.locator('.why').first().click()
  const why = page.getByRole('dialog')
  await expect(why).toContainText('累计应达')
  await page.keyboard.press('Escape')

  const [one] = (await board(page)).rows.filter((r) => r.kind === 'person' && r.version > 0)
  if (!one) throw new Error('nobody has a target')
  await list.getByRole('button', { name: `修改 ${one.name}` }).click()
  const edit = page.getByRole('dialog')
  await edit.getByLabel('第 12 月目标').fill('123456')
  await put(page, [{ ...one, target: one.target.map((v, i) => (i === 11 ? 654321_00 : v)) }])
  await edit.getByRole('button', { name: '保存' }).click()
  await expect(edit).toContainText('他人刚刚改过')
  await expect(edit).toContainText('对方：654,321.00')
  await expect(edit.getByLabel('第 12 月目标')).toHaveValue('123456')
  await accessible(page)
  await edit.getByRole('button', { name: '以我的为准' }).click()
  await expect(edit).toBeHidden()
  expect((await board(page)).rows.find((r) => r.kind === 'person' && r.user === one.user)?.target[11]).toBe(123456_00)

  await put(page, before)
  expect(heard.filter((text) => !text.includes('409') && !text.includes('412'))).toEqual([])
})

test('a rep sees his own target and his place, and nobody else', async ({ page }) => {
  const heard = complaints(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'miaomiao')
  await page.goto('/plans/targets')
  await expect(page.getByText('我的名次')).toBeVisible()
  await expect(page.getByRole('region', { name: '目标看板' }).getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('button', { name: '分解目标' })).toHaveCount(0)
  const { rows } = await board(page)
  expect(rows.map((r) => r.name)).toEqual(['苗淼'])
  await accessible(page)
  expect(heard).toEqual([])
})

test('a fiscal year whose months overlap is refused with a sentence, and one that closes on the 25th is set and released', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/plans/targets')
  await page.getByRole('button', { name: '财务月历' }).click()
  const form = page.getByRole('dialog')
  await expect(form.getByLabel('止日').first()).toBeVisible()
  await accessible(page)
  const { year } = await board(page)
  const day = (month: number, d: number) => new Date(Date.UTC(year, month, d)).toISOString().slice(0, 10)
  const months = Array.from({ length: 12 }, (_, i) => ({ from: day(i - 1, 26), to: day(i, 25) }))
  const at = `/api/targets/years/${year}`
  const etag = async () => (await page.request.get(at)).headers()['etag'] ?? '"0"'
  const broken = months.map((m, i) => (i === 3 ? { ...m, from: day(2, 20) } : m))
  const refused = await page.request.put(at, { data: { months: broken }, headers: { 'If-Match': await etag() } })
  expect(refused.status()).toBe(422)
  expect((await refused.json()).detail).toContain('重叠')
  const taken = await page.request.put(at, { data: { months }, headers: { 'If-Match': await etag() } })
  expect(taken.status(), await taken.text()).toBe(200)
  await page.reload()
  await page.getByRole('button', { name: '财务月历' }).click()
  await expect(form).toContainText('本财年已设定')
  await form.getByRole('button', { name: '恢复默认' }).click()
  await expect(form).toContainText('未单独设定')
  expect(heard).toEqual([])
})
