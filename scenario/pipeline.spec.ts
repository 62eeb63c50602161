// The board of deals: a card is dragged, goes back where it must not go, and belongs to whoever was faster.
import { expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

const column = (page: Page, step: string) => page.getByRole('region', { name: new RegExp(`^${step}，`) })
const card = (page: Page, step: string, name: string) => column(page, step).getByRole('listitem').filter({ hasText: name })

/** drag takes a card to a step with the pointer, as a hand does. */
async function drag(page: Page, from: string, name: string, to: string) {
  await card(page, from, name).scrollIntoViewIfNeeded()
  const start = await card(page, from, name).boundingBox(), end = await column(page, to).boundingBox()
  if (!start || !end) throw new Error(`${name} is not to be seen`)
  await page.mouse.move(start.x + start.width / 2, start.y + start.height - 12)
  await page.mouse.down()
  await page.mouse.move(start.x + start.width / 2 + 20, start.y + start.height - 8, { steps: 3 })
  await page.mouse.move(end.x + end.width / 2, end.y + 40, { steps: 8 })
  await page.mouse.up()
}

/** opened begins a deal at an account of the user's. */
async function opened(page: Page, name: string) {
  const { rows } = await (await page.request.get('/api/accounts?limit=1')).json()
  const answer = await page.request.post('/api/opportunities', { data: { account: rows[0].id, name, amount_minor: 36_000_000, expected: new Date().toISOString().slice(0, 10) } })
  return ((await answer.json()) as { id: string }).id
}

/** gone ends a deal, so that the board is as it was. */
async function gone(page: Page, id: string) {
  const { deal } = await (await page.request.get(`/api/opportunities/${id}`)).json()
  const ended = await page.request.post(`/api/opportunities/${id}/close`, { headers: { 'If-Match': `"${deal.version}"` }, data: { state: 'lost', reason: 'withdrawn', lesson: '演练结束' } })
  expect(ended.ok(), await ended.text()).toBe(true)
}

test('a card is dragged to the next step with one request, by pointer and by keys, and says what keeps it', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  const name = '看板演练一', id = await opened(page, name)
  const moves: string[] = []
  page.on('request', (r) => r.url().includes('/move') && moves.push(r.method()))
  await page.goto('/opportunities')
  await page.getByRole('link', { name: '看板', exact: true }).click()
  await expect(card(page, '规划与邀约', name)).toBeVisible()
  await accessible(page)

  await drag(page, '规划与邀约', name, '拜访与调研')
  await expect(card(page, '拜访与调研', name)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '已到“拜访与调研”' })).toBeAttached()
  expect(moves).toEqual(['POST'])

  await card(page, '拜访与调研', name).getByRole('link').focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(card(page, '初步方案', name)).toBeVisible()
  expect(moves).toHaveLength(2)

  // the project is not approved: nothing is sent, and the card says what is missing
  await drag(page, '初步方案', name, '技术交流')
  await expect(card(page, '初步方案', name)).toContainText('还缺里程碑：客户已立项')
  expect(moves).toHaveLength(2)

  await drag(page, '初步方案', name, '规划与邀约')
  const why = page.getByRole('dialog', { name: '移到“规划与邀约”' })
  await why.getByLabel('原因').fill('客户换了负责人，重新约')
  await why.getByRole('button', { name: /移\s*动/ }).click()
  await expect(card(page, '规划与邀约', name)).toBeVisible()
  await page.reload()
  await expect(card(page, '规划与邀约', name)).toBeVisible()
  await gone(page, id)
  expect(heard).toEqual([])
})

test('two drag the same card: one wins, the other is told who has it where', async ({ page, browser }) => {
  await signIn(page, 'shenyan')
  const name = '看板演练二', id = await opened(page, name)
  const boss = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' })).newPage()
  await signIn(boss, 'xuyuan')
  const { deal } = await (await page.request.get(`/api/opportunities/${id}`)).json()
  for (const one of [page, boss]) await one.goto(`/opportunities/board?owner=${deal.owner}`)
  for (const one of [page, boss]) await expect(card(one, '规划与邀约', name)).toBeVisible()

  await drag(page, '规划与邀约', name, '拜访与调研')
  await expect(page.getByRole('status').filter({ hasText: '已到“拜访与调研”' })).toBeAttached()
  await drag(boss, '规划与邀约', name, '拜访与调研')
  await expect(card(boss, '拜访与调研', name)).toContainText('沈砚 已把它移到“拜访与调研”，您的移动没有保存')
  await boss.context().close()
  await gone(page, id)
})

test('the funnel, the months, the levels and tomorrow each have something to say', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  const id = await opened(page, '看板演练三')
  for (const [view, said] of [['timeline', '按预计签约月份'], ['funnel', '三种情况，先做哪一件'], ['levels', '今日回访'], ['tomorrow', '本周拜访时间']]) {
    await page.goto(`/opportunities/board?view=${view}`)
    await expect(page.getByText(said ?? '').first()).toBeVisible()
    await expect(page.getByText('看板演练三').first()).toBeVisible()
    await accessible(page)
  }
  await page.setViewportSize({ width: 390, height: 844 })
  for (const view of ['board', 'funnel', 'tomorrow']) {
    await page.goto(`/opportunities/board?view=${view}`)
    await expect(page.getByText('看板演练三').first()).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
  await gone(page, id)
  expect(heard).toEqual([])
})
