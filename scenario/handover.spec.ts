import { expect, type Page, test } from '@playwright/test'
import ICAL from 'ical.js'
import { day } from './day'
import { accessible, complaints, signIn } from './people'
import { ask, enter } from './writing'

interface Owned {
  id: string
  name: string
  owner: string
  team?: string[]
}

/** beside signs somebody in beside those who are there. */
async function beside(from: Page, login: string) {
  const page = await (await from.context().browser()!.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' })).newPage()
  await signIn(page, login)
  return page
}

/** assign gives an account to somebody, as the director. */
async function assign(director: string, { id, team }: Owned, owner: string) {
  const etag = (await ask(director, 'GET', `/api/accounts/${id}`)).etag
  const reply = await ask(director, 'PUT', `/api/accounts/${id}/team`, { owner, team: team ?? [] }, { 'If-Match': etag ?? '' })
  expect(reply.status).toBeLessThan(300)
}

test('an account changes hands: the successor is told, reads the pack and accepts it, and who led it learns that', async ({ page }) => {
  const heard = complaints(page)
  const director = await enter('qinlang')
  const first = await ask(await enter('shenyan'), 'GET', '/api/accounts?sort=name&limit=1')
  const account = (await ask(director, 'GET', `/api/accounts/${first.body.rows[0].id}`)).body as Owned
  const successor = await ask(await enter('miaomiao'), 'GET', '/api/me')
  await assign(director, account, successor.body.id)

  await signIn(page, 'miaomiao')
  await page.getByRole('button', { name: /^通知，\d+ 条未读/ }).click()
  await page.getByRole('button', { name: new RegExp(`「${account.name}」移交给你`) }).click()
  await expect(page.getByRole('heading', { name: account.name })).toBeVisible()
  await expect(page.getByRole('region', { name: '未兑现的承诺' })).toBeVisible()
  await expect(page.getByRole('region', { name: '关键人物' })).toBeVisible()
  await accessible(page)
  await page.getByLabel('接手人的疑问').fill('年度框架谈到哪一步？')
  await page.getByRole('button', { name: '确认接手' }).click()
  await expect(page.getByRole('main')).toContainText('已接手')
  await expect(page.getByRole('main')).toContainText('年度框架谈到哪一步？')

  const former = await beside(page, 'shenyan')
  await former.getByRole('button', { name: /^通知，\d+ 条未读/ }).click()
  await former.getByRole('button', { name: new RegExp(`已接手「${account.name}」`) }).click()
  await expect(former.getByRole('main')).toContainText('年度框架谈到哪一步？')
  await former.context().close()

  await assign(director, account, account.owner)
  expect(heard).toEqual([])
})

test('a calendar fetches its owner’s visits, until its address is revoked', async ({ page, request }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  await page.goto('/me')
  const feeds = page.getByRole('region', { name: '日历订阅' })
  await feeds.getByRole('button', { name: '新建订阅' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('用在哪里').fill('手机日历')
  await form.getByLabel('时间、客户、地点、事由').check()
  await form.getByRole('button', { name: '生成地址' }).click()
  const address = await form.getByLabel('日历地址').inputValue()
  await accessible(page)
  await page.keyboard.press('Escape')

  const reply = await request.get(address)
  expect(reply.headers()['content-type']).toContain('text/calendar')
  const events = new ICAL.Component(ICAL.parse(await reply.text())).getAllSubcomponents('vevent').map((c) => new ICAL.Event(c))
  const diary = await ask(await enter('shenyan'), 'GET', `/api/visits?${new URLSearchParams(week())}`)
  const visits = (diary.body.rows as { id: string; name: string; from: number; state: string }[]).filter((v) => v.from > 0)
  expect(visits.length).toBeGreaterThan(0)
  for (const v of visits) {
    const event = events.find((e) => e.uid === `visit-${v.id}@erba`)
    expect(event?.summary).toBe(v.name)
    expect(event?.startDate.toJSDate().getTime()).toBe(v.from / 1000)
  }

  await feeds.getByRole('button', { name: '停用' }).click()
  await page.locator('.ant-popconfirm-buttons').getByRole('button').last().click()
  await expect(feeds).toContainText('还没有订阅')
  expect((await request.get(address)).status()).toBe(404)
  expect(await (await request.get(address)).text()).not.toContain('VEVENT')
  expect(heard).toEqual([])
})

// week is the seven days from today.
const week = () => ({ from: day(), until: day(6) })

test('how and when one is told is one’s own choice', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/me')
  const settings = page.getByRole('region', { name: '通知设置' })
  await expect(settings).toContainText('还没有配置发信服务器')
  const kind = settings.getByRole('radiogroup', { name: '客户移交给我', exact: true })
  await kind.getByText('不通知').click()
  await settings.getByRole('button', { name: '保存' }).click()
  await page.reload()
  await expect(kind.getByRole('radio', { name: '不通知' })).toBeChecked()
  await accessible(page)
  await kind.getByText('系统内').click()
  await settings.getByRole('button', { name: '保存' }).click()
  await expect(settings.getByRole('button', { name: '保存' })).toBeEnabled()
  expect(heard).toEqual([])
})
