import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

// The browser itself notes every refusal; those are what the story is about.
const unasked = (heard: string[]) => heard.filter((text) => !text.includes('403'))

test('a list of everybody with its figures leaves once a second person agrees', async ({ page, browser }) => {
  const heard = complaints(page)
  await signIn(page, 'songyan')
  await page.goto('/accounts')
  await page.getByRole('link', { name: '导出 XLSX' }).click()
  const refused = page.getByRole('dialog', { name: '未能导出' })
  await expect(refused).toContainText('须经他人复核')
  await accessible(page)
  await refused.getByLabel('用途').fill('年度审计核对')
  await refused.getByRole('button', { name: '申请他人复核' }).click()
  await expect(refused.getByRole('status')).toContainText('已提交申请')
  await refused.getByRole('button', { name: '关闭' }).last().click()

  const boss = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await signIn(boss, 'qinlang')
  await boss.goto('/approvals')
  await boss.getByRole('list').getByRole('button', { name: /宋妍 申请：导出客户名单（全部数据）/ }).click()
  await expect(boss.getByRole('dialog')).toContainText('24 小时内下载这份清单一次')
  await boss.getByRole('button', { name: '批准', exact: true }).click()
  await expect(boss.getByRole('dialog').getByText('已批准').first()).toBeVisible()
  await boss.context().close()

  await page.goto('/approvals?box=mine')
  await page.getByRole('button', { name: /宋妍 申请：导出客户名单/ }).first().click()
  await accessible(page)
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载（仅一次）' }).click()
  expect((await file).suggestedFilename()).toBe('客户.xlsx')
  await expect(page.getByRole('link', { name: '下载（仅一次）' })).toHaveCount(0)
  expect(unasked(heard)).toEqual([])
})

test('everybody reads how many rows his role may export and import', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'miaomiao')
  await page.goto('/permissions')
  const caps = page.getByRole('region', { name: '导出与导入的行数上限' })
  await expect(caps.getByRole('row', { name: /销售代表/ })).toContainText('24 小时内 500 行')
  await expect(caps.getByRole('row', { name: /总监/ })).toContainText('超出须他人复核')
  expect(heard).toEqual([])
})
