import { expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

/** open adds two accounts that are written almost alike, and lets the program look for such pairs. */
async function open(page: Page, code: string, name: string) {
  for (const [n, city] of [['1', '宁波'], ['2', '宁波']]) {
    const status = await page.evaluate(async (body) => {
      const reply = await fetch('/api/accounts', { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'Idempotency-Key': body.code } })
      return reply.status
    }, { code: code + n, name: n === '1' ? `${name}有限公司` : `${name}股份有限公司`, city })
    expect(status).toBe(200)
  }
}

const pair = (page: Page, name: string) => page.getByRole('region', { name })

test('two accounts of one company are merged and parted again; two companies are kept apart', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'songyan')
  await open(page, 'DUP-A', '瀚澜精密轴承')
  await open(page, 'DUP-B', '云杉特种阀门')
  await page.goto('/data/duplicates')
  await page.getByRole('button', { name: '立即查找' }).click()
  await expect(async () => {
    await page.reload()
    await expect(pair(page, '云杉特种阀门有限公司')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await accessible(page)

  const one = pair(page, '瀚澜精密轴承有限公司')
  await one.getByRole('button', { name: /合并到 DUP-A/ }).click()
  await expect(page.getByRole('status')).toContainText('已并入')
  await expect(one).toBeHidden()
  await accessible(page)
  await page.getByText('已合并', { exact: true }).click()
  await expect(one).toContainText('已并入')
  await accessible(page)
  await one.getByRole('button', { name: '撤销合并' }).click()
  await expect(one).toBeHidden()
  await page.getByText('待处理', { exact: true }).click()
  await expect(one).toBeVisible()

  const other = pair(page, '云杉特种阀门有限公司')
  await other.getByRole('button', { name: '不是同一家' }).click()
  await expect(other).toBeHidden()
  await page.getByRole('group').or(page.locator('.ant-segmented')).getByText('不是同一家', { exact: true }).first().click()
  await expect(other).toBeVisible()
  await accessible(page)
  expect(heard).toEqual([])
})
