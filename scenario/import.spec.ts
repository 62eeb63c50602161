import { expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

/** give hands a file with order lines to the data screen. */
async function give(page: Page, file: string) {
  await page.getByLabel('选择文件').setInputFiles(`scenario/testdata/${file}`)
  await expect(page.getByRole('heading', { name: '导入订单明细' })).toBeVisible()
}

const counter = (page: Page, name: string) => page.getByRole('group', { name: '按结果筛选' }).getByRole('button', { name })

test('a GBK file with errors goes in without them; corrected, it brings only what was missing', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'songyan')
  await page.getByRole('link', { name: '数据' }).click()
  await accessible(page)

  await give(page, '订单明细_有错.csv')
  await expect(page.getByText('尚未写入任何数据').first()).toBeVisible()
  await expect(page.getByTitle('GBK', { exact: true })).toBeVisible()
  await expect(page.getByText('订单明细表（2026 年第二季度）')).toBeVisible()
  await page.getByText('不含税', { exact: true }).click()
  await page.getByRole('switch', { name: '编码未知的客户自动建立' }).click()
  await page.getByLabel('映射名称').fill('测试导出')
  await page.getByLabel('映射名称').press('Enter')
  await accessible(page)
  await page.getByRole('button', { name: '预览' }).click()

  await expect(counter(page, '共读取')).toContainText('24')
  await expect(counter(page, '错误')).toContainText('3')
  await expect(page.getByText('2026.02.30')).toBeVisible()
  await expect(page.getByText('12,40O.00')).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: '导入 21 行，留下 3 行错误' }).click()
  await expect(page.getByText('已导入', { exact: true })).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载错误行' }).click()
  expect((await saved).suggestedFilename()).toContain('订单明细_有错')
  await page.reload()
  await expect(page.getByText('已导入', { exact: true })).toBeVisible()
  await accessible(page)

  await page.goto('/data')
  await expect(page.getByText('7 列已匹配')).toBeVisible()
  await page.getByLabel('使用已保存的映射').click()
  await page.keyboard.press('Enter') // the only one
  await give(page, '订单明细_已改.csv')
  await page.getByRole('button', { name: '预览' }).click()
  await expect(counter(page, '重复')).toContainText('21')
  await expect(page.getByText('与导入合计一致')).toBeVisible()
  await page.getByRole('button', { name: '导入 3 行' }).click()
  await expect(page.getByText('已导入', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /整批撤销/ }).click()
  await expect(page.getByText('已撤销', { exact: true })).toBeVisible()
  expect(heard).toEqual([])
})

test('a file that is no table is refused in a sentence, and nothing is kept', async ({ page }) => {
  await signIn(page, 'songyan')
  await page.goto('/data')
  await page.getByLabel('选择文件').setInputFiles({ name: '合同.pdf.csv', mimeType: 'text/csv', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]) })
  await expect(page.getByRole('alert')).toContainText('不是表格文件')
  await expect(page.getByRole('heading', { name: '导入记录' })).toBeVisible()
  await expect(page.getByRole('link', { name: '合同.pdf.csv' })).toHaveCount(0)
})
