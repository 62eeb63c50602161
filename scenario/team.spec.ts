import { expect, test } from '@playwright/test'
import { day } from './day'
import { accessible, complaints, signIn } from './people'


test('a director shares an account for a week, and whoever looks is told why', async ({ page, browser }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  const own = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await signIn(own, 'shenyan')
  const ids = await page.evaluate(async () => (await (await fetch('/api/accounts?limit=50')).json()).rows.map((row: { id: string }) => row.id))
  const account = await own.evaluate(async (ids) => {
    for (const id of ids) if ((await fetch(`/api/accounts/${id}`)).status === 404) return id
  }, ids)
  await own.goto(`/accounts/${account}`)
  await expect(own.getByRole('alert')).toBeVisible()

  await page.goto(`/accounts/${account}?tab=team.access`)
  await expect(page.getByRole('heading', { name: '谁能看到，为什么' })).toBeVisible()
  await expect(page.getByText('角色可看全部客户').first()).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: '共享' }).click()
  const form = page.getByRole('dialog', { name: '共享' })
  await form.getByLabel('人员').fill('沈砚')
  await page.keyboard.press('Enter')
  await form.getByLabel('理由').fill('旺季帮忙跟单')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByText('旺季帮忙跟单')).toBeVisible()
  await expect(page.getByText(/共享到 /)).toBeVisible()

  await own.goto(`/accounts/${account}?tab=team.access`)
  await expect(own.getByText('旺季帮忙跟单')).toBeVisible()
  await expect(own.getByRole('button', { name: '加成员' })).toHaveCount(0)
  await page.getByRole('button', { name: '停止共享给 沈砚' }).click()
  await expect(page.getByText('旺季帮忙跟单')).toBeHidden()
  await own.reload()
  await expect(own.getByRole('alert')).toBeVisible()
  await own.context().close()
  expect(heard).toEqual([])
})

test('a manager says who does the work of somebody who is away', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'xuyuan')
  await page.goto('/away')
  await page.getByLabel('代理人').fill('江涛')
  await page.keyboard.press('Enter')
  for (const label of ['开始日', '结束日（含）']) {
    await page.getByLabel(label).fill(day())
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: '设置代理' }).click()
  await expect(page.getByText('江涛 代 许愿')).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: '已回来' }).click()
  await expect(page.getByText('没有人外出')).toBeVisible()
  expect(heard).toEqual([])
})
