import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

test('a director decides what becomes of an account at a loss, and finds it on its page', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/portfolio')
  await page.getByRole('link', { name: '亏损客户' }).click()
  await expect(page.getByRole('heading', { name: '亏损客户', level: 1 })).toBeVisible()
  const undecided = page.waitForResponse((reply) => reply.url().includes('/api/losses?') && reply.url().includes('state=open'))
  await page.getByText('待决定', { exact: true }).click()
  await undecided
  const list = page.getByRole('region', { name: '亏损客户' }), row = list.getByRole('row').nth(1)
  await expect(list).not.toHaveAttribute('aria-busy', 'true')
  const name = await row.getByRole('link').innerText()
  await accessible(page)

  await row.getByRole('button', { name: '决定' }).click()
  const dialog = page.getByRole('dialog', { name: `${name} · 怎么处理` })
  await dialog.getByText('限制 · 调价').click()
  await dialog.getByText('设起订量').click()
  await dialog.getByRole('button', { name: '保存决定' }).click()
  await expect(dialog.getByText('请写明理由，至少 5 个字。')).toBeVisible()
  await dialog.getByRole('textbox').fill('小单太多，运费高于毛利')
  await dialog.getByRole('button', { name: '保存决定' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)

  await page.getByText('已决定', { exact: true }).click()
  await page.getByRole('link', { name, exact: true }).click()
  const panel = page.getByRole('region', { name: '亏损处理' })
  await expect(panel).toContainText('小单太多，运费高于毛利')
  await expect(panel).toContainText('设起订量')
  await accessible(page)
  expect(heard).toEqual([])
})
