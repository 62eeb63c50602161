import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

test('what an administrator asks for, a director decides', async ({ page, browser }) => {
  const heard = complaints(page)
  await signIn(page, 'admin')
  await page.goto('/users')
  await page.getByRole('button', { name: '编辑谷雨' }).click()
  await page.getByRole('checkbox', { name: /财务/ }).check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('row', { name: /谷雨/ })).not.toContainText('财务')

  await page.goto('/approvals?box=mine')
  await expect(page.getByRole('button', { name: /给 谷雨 授予：财务/ })).toBeVisible()
  await page.getByRole('button', { name: /给 谷雨 授予：财务/ }).click()
  await expect(page.getByRole('button', { name: '撤回' })).toBeVisible()
  await expect(page.getByRole('button', { name: '批准', exact: true })).toHaveCount(0)

  const boss = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  const bossHeard = complaints(boss)
  await signIn(boss, 'qinlang')
  const place = boss.getByRole('link', { name: /审批/ })
  await expect(place).toContainText(/[1-9]/) // other proposals may wait, too
  await place.click()
  await expect(boss.getByText('将自动生效，如有异议请拒绝')).toBeVisible()
  await accessible(boss)
  await boss.getByRole('list').getByRole('button', { name: /给 谷雨 授予：财务.*自动生效/ }).click()
  await expect(boss.getByText('批准后')).toBeVisible()
  await accessible(boss)
  await boss.getByRole('button', { name: '批准', exact: true }).click()
  await expect(boss.getByRole('button', { name: '批准', exact: true })).toHaveCount(0)
  await expect(boss.getByRole('dialog').getByText('已批准').first()).toBeVisible()
  await boss.context().close()

  await page.goto('/users')
  await expect(page.getByRole('row', { name: /谷雨/ })).toContainText('财务')
  expect([...heard, ...bossHeard]).toEqual([])
})
