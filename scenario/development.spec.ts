import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

interface Sheet { stage: number; heading: number; supplier: { judgement: { version: number; scores: number[] } }; squares: { template: string; judgement: { version: number } }[]; meetings: { id: string; subject: string }[] }

test('a key account manager sees what is missing for the next stage, rates how the customer buys, is warned, and takes it back', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  const { rows } = await (await page.request.get('/api/goals?show=all&sort=sales&limit=40')).json()
  let id = ''
  for (const row of rows as { id: string }[]) {
    const sheet: Sheet = await (await page.request.get(`/api/accounts/${row.id}/development`)).json()
    if (sheet.supplier?.judgement.version > 0 && sheet.stage < 5) { id = row.id; break }
  }
  expect(id, 'the demo knows what is thought of the largest accounts').not.toBe('')
  const at = `/api/accounts/${id}/development`
  const before: Sheet = await (await page.request.get(at)).json()

  await page.goto(`/accounts/${id}?tab=development.tab`)
  const ladder = page.getByRole('region', { name: '关系走到哪一步' })
  await expect(ladder.getByRole('listitem').filter({ hasText: '孕育阶段' })).toBeVisible()
  await expect(ladder).toContainText('阶段还缺')
  await accessible(page)
  await ladder.locator('.why').first().click()
  await expect(page.getByRole('dialog')).toContainText('钱包份额')
  await page.keyboard.press('Escape')

  const suppliers = page.getByRole('region', { name: '客户怎样管理供应商' })
  for (const slider of await suppliers.getByRole('slider').all()) {
    await slider.focus()
    await page.keyboard.press('Home')
  }
  await suppliers.getByLabel('依据').fill('故事：采购负责人只比价格')
  await suppliers.getByRole('button', { name: '保存' }).click()
  await expect(suppliers).toContainText('传统 0')
  const now: Sheet = await (await page.request.get(at)).json()
  expect(now.heading).toBeLessThanOrEqual(Math.max(3, before.heading))
  const back = await page.request.put(`${at}/supplier`, { headers: { 'If-Match': `"${now.supplier.judgement.version}"` }, data: { scores: before.supplier.judgement.scores, evidence: '故事结束，恢复原判断' } })
  expect(back.status(), await back.text()).toBe(200)
  expect(heard).toEqual([])
})

test('joint teams are kept with their day, and a place on the 25 squares with its path', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  const { rows } = await (await page.request.get('/api/goals?show=all&sort=sales&limit=3')).json()
  const id = rows[0].id, at = `/api/accounts/${id}/development`
  await page.goto(`/accounts/${id}?tab=development.tab`)
  const teams = page.getByRole('region', { name: '联合小组与成本公开' })
  await teams.getByRole('button', { name: '记录会议' }).click()
  await teams.getByLabel('谈了什么').fill('故事：联合排产会')
  await teams.getByRole('button', { name: '保存' }).click()
  const meeting = teams.getByRole('listitem').filter({ hasText: '故事：联合排产会' })
  await expect(meeting).toContainText('运作小组')
  await meeting.getByRole('button', { name: /^撤回/ }).click()
  await expect(meeting).toHaveCount(0)

  const squares = page.getByRole('region', { name: '二十五方格' })
  await expect(squares).toContainText('按米尔曼–威尔逊模型的实现')
  await squares.getByRole('button', { name: /定位|重新判断/ }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('关系性质').click()
  await page.getByTitle('2 优先选择').click()
  await form.getByLabel('参与程度').click()
  await page.getByTitle('4 多部门').click()
  await form.getByLabel('依据').fill('故事：多部门在谈，信任不够')
  await accessible(page)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await expect(squares).toContainText('投入超前')
  const sheet: Sheet = await (await page.request.get(at)).json()
  const version = sheet.squares.find((s) => s.template === 'relationship')?.judgement.version
  const back = await page.request.put(`${at}/relation`, { headers: { 'If-Match': `"${version}"` }, data: { scores: [3, 3], evidence: '故事结束，恢复平衡' } })
  expect(back.status(), await back.text()).toBe(200)
  expect(heard).toEqual([])
})

test('the director opens a cell of the heat map and takes the list along; a rep has no such page', async ({ page, browser }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/portfolio/development')
  const heat = page.getByRole('region', { name: '哪一层级走到哪一步' })
  const cell = heat.getByRole('button', { name: /初级阶段/ }).first()
  const count = Number((await cell.locator('b').textContent())?.replace(/\D/g, ''))
  await accessible(page)
  await cell.click()
  const list = page.getByRole('region', { name: '客户名单' })
  await expect(list).toContainText(`${count} 个客户`)
  await expect(list.getByRole('link').first()).toBeVisible()
  await expect(page.getByRole('link', { name: '导出' }).or(page.getByRole('button', { name: '导出', exact: true })).first()).toBeVisible()
  await page.getByText('二十五方格', { exact: true }).click()
  await expect(page.getByRole('group', { name: '关系性质 × 参与程度' })).toBeVisible()
  await accessible(page)
  expect(heard).toEqual([])
  const other = await browser.newPage()
  await signIn(other, 'miaomiao')
  await other.goto('/portfolio/development')
  await expect(other.getByText('这个地址下没有你可见的页面。')).toBeVisible()
  expect((await other.request.get('/api/development/map')).status()).toBe(403)
  await other.close()
})
