import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

test('what was spent on a source tells what each of its customers cost', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'songyan')
  await page.goto('/data')
  const sources = page.getByRole('region', { name: '客户来源效果' }).last()
  const row = sources.getByRole('row').filter({ has: page.getByRole('button') }).first()
  await expect(row).toBeVisible()
  await expect(row.getByRole('cell').last()).toHaveText('—')
  await accessible(page)
  await row.getByRole('button').click()
  await expect(page.getByText('还没有记录投入。')).toBeVisible()
  await page.getByLabel('日期').fill('2026-05-08')
  await page.getByLabel('金额').fill('1000000')
  await page.getByLabel('用途').fill('展台')
  await page.getByRole('button', { name: '记一笔' }).click()
  await expect(page.getByText('2026-05-08 · 展台')).toBeVisible()
  await accessible(page)
  await page.keyboard.press('Escape')
  await expect(row.getByRole('cell').last()).not.toHaveText('—')
  expect(heard).toEqual([])
})
