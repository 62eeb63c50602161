import { expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

/** change gives an account of the signed-in user another region, as the screens would. */
async function change(page: Page, region: string) {
  return page.evaluate(async (region) => {
    const { rows } = await (await fetch('/api/accounts?limit=1')).json()
    const path = `/api/accounts/${rows[0].id}`
    const reply = await fetch(path)
    const { code, name } = await reply.json()
    const headers = { 'Content-Type': 'application/json', 'If-Match': reply.headers.get('ETag') ?? '' }
    await fetch(path, { method: 'PUT', headers, body: JSON.stringify({ code, name, region }) })
    return rows[0].id as string
  }, region)
}

test('a key account manager sees who changed his account, and what it was', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  await change(page, '东海')
  const account = await change(page, '西岭')
  await page.goto(`/accounts/${account}`)
  const panel = page.getByRole('region', { name: '变更历史' })
  await expect(panel.getByRole('row').filter({ hasText: '西岭' }).first()).toContainText('大区东海 → 西岭')
  await expect(panel.getByRole('row').filter({ hasText: '西岭' }).first()).toContainText('修改客户资料')
  await accessible(page)
  await page.goto('/audit')
  await expect(page.getByRole('tab')).toHaveText(['变更日志'])
  await expect(page.getByRole('row').filter({ hasText: '西岭' }).first()).toBeVisible()
  expect(heard).toEqual([])
})

test('a director narrows the log, verifies the chain and takes the log along', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/audit')
  await page.getByRole('button', { name: '校验' }).click()
  await expect(page.getByText('完整', { exact: true })).toBeVisible({ timeout: 20_000 })
  await page.getByRole('combobox', { name: '操作' }).click()
  await page.keyboard.type('校验审计链')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('校验审计链')
  await accessible(page)
  await page.getByRole('button', { name: '导出' }).click()
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: /CSV/ }).click()
  expect((await file).suggestedFilename()).toBe('变更日志.csv')
  await page.getByRole('tab', { name: '访问日志' }).click()
  await expect(page.getByRole('row').filter({ hasText: '导出审计日志' }).first()).toBeVisible()
  expect(heard).toEqual([])
})

test('an administrator sees that somebody was made a user and refused something, not what he may', async ({ page, browser }) => {
  const rep = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await signIn(rep, 'miaomiao')
  await rep.evaluate(() => fetch('/api/users'))
  await rep.context().close()
  const heard = complaints(page)
  await signIn(page, 'admin')
  await page.goto('/audit')
  await expect(page.getByRole('tab')).toHaveText(['安全日志'])
  await expect(page.getByRole('row').filter({ hasText: '被拒绝' }).first()).toContainText('user:read')
  await page.getByRole('combobox', { name: '操作' }).click()
  await page.keyboard.type('新建用户')
  await page.getByTitle('新建用户').click()
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('无权查看内容')
  await accessible(page)
  expect(heard).toEqual([])
})
