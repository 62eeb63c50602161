import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

test('a director rates the service of a quarter and sees whether it pays', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/portfolio')
  await page.getByRole('link', { name: '服务与成本' }).click()
  await expect(page.getByRole('heading', { name: '服务与成本', level: 1 })).toBeVisible()
  const chart = page.getByRole('region', { name: '服务与成本的变化' })
  await expect(chart.getByRole('img', { name: /横轴成本变化/ })).toBeVisible()
  await chart.getByRole('button', { name: '看数据表 服务与成本的变化' }).click()
  await expect(chart.getByRole('row').nth(1)).toBeVisible()
  await accessible(page)

  const row = page.getByRole('region', { name: '按客户' }).getByRole('row').nth(1)
  const name = await row.getByRole('link').innerText()
  await row.getByRole('link').click()
  const panel = page.getByRole('region', { name: '服务与成本', exact: true })
  const cell = panel.getByRole('row').nth(3).getByRole('button')
  const before = await cell.innerText()
  for (const value of ['97', before]) { // and back: others look at the same company
    await cell.click()
    const dialog = page.getByRole('dialog', { name: /服务指数/ })
    await dialog.getByRole('spinbutton').fill(value)
    await dialog.getByRole('textbox').fill('季度满意度回访')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toBeHidden()
    await expect(cell).toHaveText(value)
  }
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await accessible(page)
  expect(heard).toEqual([])
})
