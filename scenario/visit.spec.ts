import { expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

const headers = { Origin: process.env.ERBA_URL ?? '' }

/** ask reads from the server as whoever sits at the page. */
const ask = async (page: Page, path: string) => (await page.request.get('/api' + path)).json()

/** day is the panel of who is due, and the last day of the week on the screen. */
const due = (page: Page) => page.getByRole('region', { name: '该去谁' })
const friday = (page: Page) => page.locator('.visit-column').last()

/** cancel frees the diary again. */
async function cancel(page: Page, reason: string) {
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name: '取消拜访' }).click()
  const dialog = page.getByRole('dialog', { name: /^取消/ })
  await dialog.getByLabel('为什么取消').fill(reason)
  await dialog.getByRole('button', { name: '取消拜访' }).click()
  await expect(dialog).toBeHidden()
}

test('a sales manager plans a week from the overdue list, and nobody is in two places at once', async ({ page }) => {
  const heard = complaints(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await signIn(page, 'xuyuan')
  await page.goto('/visits')
  const whom = due(page).locator('li').filter({ has: page.getByRole('button', { name: '安排', exact: true }) })
  await expect(whom.nth(1)).toBeVisible()
  await accessible(page)

  await whom.first().dragTo(friday(page), { targetPosition: { x: 40, y: (await friday(page).boundingBox())!.height * 0.92 } })
  const form = page.getByRole('dialog', { name: /安排拜访/ })
  await expect(form).toContainText('17:00')
  await form.getByLabel('目的', { exact: true }).fill('问订单间隔')
  await accessible(page)
  await form.getByRole('button', { name: '排进日历' }).click()
  await expect(form).toBeHidden()
  const card = page.locator('.visit-card', { hasText: '问订单间隔' })
  await expect(card).toContainText('17:00–18:00')

  await whom.first().dragTo(friday(page), { targetPosition: { x: 40, y: (await friday(page).boundingBox())!.height * 0.9 } })
  await form.getByLabel('目的', { exact: true }).fill('看样机试装')
  await form.getByRole('button', { name: '排进日历' }).click()
  await expect(form).toContainText('请换个时间')
  await form.getByRole('combobox', { name: '几点' }).fill('18:00')
  await page.keyboard.press('Enter')
  await form.getByRole('button', { name: '排进日历' }).click()
  await expect(form).toBeHidden()
  await cancel(page, '客户出差')

  await card.focus()
  await page.keyboard.press('Shift+ArrowUp')
  const move = page.getByRole('dialog', { name: /^改期/ })
  await expect(move).toContainText('16:30–17:30')
  await move.getByRole('button', { name: '改期' }).click()
  await expect(move).toContainText('为什么改期')
  await move.getByLabel('为什么改期').fill('客户要早半小时')
  await move.getByRole('button', { name: '改期' }).click()
  await expect(card).toContainText('16:30–17:30')

  await card.click()
  await prepare(page)
  await page.getByRole('link', { name: '打印' }).click()
  await expect(page.getByRole('article')).toContainText('问清审批链条和拍板人')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await accessible(page)
  await page.goBack()
  await card.click()
  await cancel(page, '测试用，放回去')
  expect(heard.filter((text) => !/4(09|22)/.test(text))).toEqual([])
})

/** prepare gives the open visit an objective with five lights, and ticks what is at hand. */
async function prepare(page: Page) {
  await page.getByRole('button', { name: '加目标' }).click()
  const form = page.getByRole('dialog', { name: '拜访目标' })
  await form.getByLabel('要达成什么').fill('问清审批链条和拍板人')
  await form.getByLabel('数什么').fill('拍板人')
  await form.getByLabel('目标值').fill('2')
  await form.getByLabel('单位').fill('位')
  await form.getByLabel('把握').fill('95')
  await expect(form.getByRole('img', { name: /未亮：A R/ })).toBeVisible()
  await expect(form.getByRole('button', { name: '确认目标' })).toBeDisabled()
  await form.getByLabel('把握').fill('70')
  await form.getByRole('combobox', { name: '挂到' }).click()
  await page.getByTitle('产品', { exact: true }).click()
  await form.getByRole('combobox', { name: '产品' }).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  await expect(form.getByRole('img', { name: /可以确认/ })).toBeVisible()
  await accessible(page)
  await form.getByRole('button', { name: '确认目标' }).click()
  await expect(form).toBeHidden()
  await page.getByRole('checkbox', { name: '名片' }).click()
  await expect(page.getByRole('checkbox', { name: '名片' })).toBeChecked()
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, serviceWorkers: 'allow', hasTouch: true })

  /** today plans a visit of today behind the screen, and waits until the phone has it. */
  async function today(page: Page, purpose: string) {
    const rules = await ask(page, '/visits/rules'), { late, week } = await ask(page, '/visits/due')
    const made = await page.request.post('/api/visits', { headers, data: { account: [...late, ...week][0].account, day: rules.today, purpose } })
    expect(made.ok()).toBe(true)
    const { id, version } = await made.json()
    const aimed = await page.request.put(`/api/visits/${id}/objectives`, { headers: { ...headers, 'If-Match': `"${version}"` }, data: { objectives: [{ text: '问清审批链条和拍板人', metric: '拍板人', target: '2', unit: '位', confidence: 70 }] } })
    expect(aimed.ok()).toBe(true)
    await page.goto('/visits')
    await page.waitForFunction((id) => localStorage.getItem('erba.pocket.visits')?.includes(id), id)
    await page.evaluate(() => navigator.serviceWorker.ready)
    return id as string
  }

  /** report is what somebody types on the way out of the door. */
  async function report(page: Page, purpose: string, promise: string) {
    const card = page.getByRole('region').filter({ hasText: purpose })
    await card.getByRole('link', { name: '写结果' }).click()
    const aim = page.getByRole('group', { name: '问清审批链条和拍板人' })
    await aim.getByRole('button', { name: '加' }).click()
    await expect(aim).toContainText('50%')
    await page.getByLabel('结果', { exact: true }).fill('拿到了拍板人名单')
    await page.getByLabel('客户原话').fill('名单周五给你')
    await page.getByRole('button', { name: '审批' }).click()
    await page.getByRole('button', { name: '加一条' }).click()
    await page.getByLabel('承诺什么').fill(promise)
    await page.getByRole('button', { name: '加上' }).click()
    await page.getByRole('textbox', { name: '下一步' }).fill('电话取名单')
  }

  test('a report is written without network, kept, and sent when the network is back', async ({ page, context }) => {
    await signIn(page, 'shenyan')
    const id = await today(page, '离线写结果')
    await context.setOffline(true)
    await page.reload() // opened from the device
    await expect(page.getByText('连接中断，草稿已保留在本机')).toBeVisible()
    await report(page, '离线写结果', '给出集团审批名单')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await accessible(page)
    await page.reload()
    await expect(page.getByLabel('结果', { exact: true })).toHaveValue('拿到了拍板人名单')
    await page.getByRole('button', { name: '存好，联网后提交' }).click()
    await expect(page.getByRole('region', { name: '待发送的报告' })).toContainText('待发送')

    await context.setOffline(false)
    await expect(page.getByRole('region', { name: '待发送的报告' })).toBeHidden()
    const visit = await ask(page, `/visits/${id}`)
    expect([visit.state, visit.result, visit.voice, visit.objectives[0].actual]).toEqual(['executed', '拿到了拍板人名单', '名单周五给你', '1'])
    await page.goto(`/visits/${id}`)
    await expect(page.getByText('给出集团审批名单')).toBeVisible()
    await accessible(page)
  })

  test('what somebody changed meanwhile is not written over: both versions are shown', async ({ page, context }) => {
    await signIn(page, 'shenyan')
    const id = await today(page, '两个版本')
    await context.setOffline(true)
    await report(page, '两个版本', '安排样机试装')
    await page.getByRole('button', { name: '存好，联网后提交' }).click()
    const { version, day } = await ask(page, `/visits/${id}`)
    await page.request.post(`/api/visits/${id}/move`, { headers: { ...headers, 'If-Match': `"${version}"` }, data: { day, start: 1140, length: 30, reason: '同事替我改了时间' } })
    await context.setOffline(false)
    await expect(page.getByRole('region', { name: '待发送的报告' })).toContainText('冲突')
    await page.getByRole('region', { name: '待发送的报告' }).getByRole('link', { name: '打开' }).click()
    await expect(page.getByRole('region', { name: '你的报告' })).toContainText('安排样机试装')
    await expect(page.getByRole('region', { name: '现在的拜访' })).toContainText('19:00–19:30')
    await accessible(page)
    await page.getByRole('button', { name: '按现在的拜访提交我的报告' }).click()
    await expect.poll(async () => (await ask(page, `/visits/${id}`)).state).toBe('executed')
  })

  test('signing out takes everything off the phone, after a warning if a report would be lost', async ({ page, context }) => {
    await signIn(page, 'shenyan')
    const id = await today(page, '退出之前')
    await page.getByRole('region').filter({ hasText: '退出之前' }).getByRole('link', { name: '写结果' }).click()
    await page.getByLabel('结果', { exact: true }).fill('写到一半')
    await page.getByRole('button', { name: '菜单' }).click()
    await page.getByRole('button', { name: '退出' }).click()
    await page.getByRole('button', { name: '删掉并退出' }).click()
    await expect(page.getByLabel('用户名')).toBeVisible()
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => /pocket|\.me$/.test(name)))).toEqual([])
    expect(await page.evaluate(() => caches.keys())).toEqual([])
    await context.setOffline(true)
    await expect(page.goto('/visits')).rejects.toThrow()
    await context.setOffline(false)
    await signIn(page, 'shenyan')
    const { version } = await ask(page, `/visits/${id}`)
    await page.request.post(`/api/visits/${id}/cancel`, { headers: { ...headers, 'If-Match': `"${version}"` }, data: { reason: '测试用，放回去' } })
  })
})

test('a director reads visits and plans none; finance has no visits', async ({ page }) => {
  await signIn(page, 'qinlang')
  await page.goto('/visits')
  await expect(due(page)).toBeVisible()
  await expect(page.getByRole('button', { name: '新拜访' })).toHaveCount(0)
  await accessible(page)
  await page.context().clearCookies()
  await signIn(page, 'lushan')
  await expect(page.getByRole('link', { name: '拜访' })).toHaveCount(0)
})
