import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

test('a director sees what accounts will bring, by which way that is known, and that sales are no margin', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/portfolio')
  await page.getByRole('link', { name: '客户终身价值' }).click()
  await expect(page.getByRole('heading', { name: '客户终身价值', level: 1 })).toBeVisible()
  const parts = page.getByRole('region', { name: '怎么算出来的' })
  await expect(parts.getByRole('row').nth(1)).toBeVisible()
  await expect(parts).toContainText('年留存率')

  const list = page.getByRole('region', { name: '客户终身价值' })
  const first = list.getByRole('row').nth(1)
  const name = await first.getByRole('link').innerText()
  await accessible(page)

  await page.getByText('销售额', { exact: true }).click()
  await expect(list.getByText('按销售额计算：这是收入，不是利润。')).toBeVisible()
  await page.getByText('毛利', { exact: true }).click()

  await list.getByRole('link', { name, exact: true }).click()
  const panel = page.getByRole('region', { name: '终身价值', exact: true })
  await panel.getByRole('button', { name: /按订单预测|按公式/ }).click()
  await expect(page.getByRole('dialog', { name: '终身价值' })).toContainText('规则')
  expect(heard).toEqual([])
})

test('a rep is told nothing of it', async ({ page }) => {
  await signIn(page, 'miaomiao')
  await page.goto('/portfolio')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const name of ['客户终身价值', '亏损客户', '服务与成本']) await expect(page.getByRole('link', { name })).toHaveCount(0)
  for (const path of ['/api/lifetime', '/api/losses', '/api/servicing']) expect((await page.request.get(path)).status()).toBe(403)
})
