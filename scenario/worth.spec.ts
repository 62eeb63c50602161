import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

test('a director sees what is left of sales, who is worth what is put in, and why', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/portfolio')
  const together = page.getByRole('region', { name: '净贡献' })
  await expect(together.getByRole('rowheader', { name: '毛利' })).toBeVisible()
  await expect(together.getByText(/个客户没有登记投入/)).toBeVisible()
  const fields = page.getByRole('region', { name: '投入产出比' })
  await fields.getByRole('button', { name: /^聚焦/ }).click()
  await page.getByRole('dialog').getByRole('table').getByRole('link').first().click()

  await page.getByRole('tab', { name: '净贡献' }).click()
  const left = page.getByRole('region', { name: '净贡献' })
  await expect(left.getByText('高产出低投入')).toBeVisible()
  await expect(left.getByRole('rowheader', { name: '净贡献' })).toBeVisible()
  await expect(page.getByRole('region', { name: '投入记录' }).getByRole('row').nth(1)).toBeVisible()
  await left.getByRole('button', { name: '看数据表 净贡献' }).click()
  await expect(left.getByRole('cell', { name: '无数据' }).first()).toBeVisible()
  await accessible(page)
  expect(heard).toEqual([])
})

test('who may not read margins sees neither contributions nor what is put in', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'miaomiao')
  await page.goto('/portfolio')
  await expect(page.getByRole('heading', { name: '客户组合' })).toBeVisible()
  await expect(page.getByRole('region', { name: '净贡献' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: '投入产出' })).toHaveCount(0)
  await page.goto('/accounts')
  await page.getByRole('row').nth(1).getByRole('link').first().click()
  await expect(page.getByRole('tab', { name: '价值' })).toBeVisible()
  await expect(page.getByRole('tab', { name: '净贡献' })).toHaveCount(0)
  expect(heard).toEqual([])
})
