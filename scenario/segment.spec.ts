import { expect, test, type Page } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

/** choose finds an entry of a choice by its words. */
async function choose(page: Page, label: string, entry: string) {
  await page.getByRole('combobox', { name: label, exact: true }).last().fill(entry)
  await page.keyboard.press('Enter')
}

test('a director describes customers, counts them while he does, keeps them and narrows his lists by them', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/portfolio/segments')
  await page.getByRole('button', { name: '新建客群' }).click()
  await choose(page, '字段', 'ABC 分类')
  await choose(page, '值', 'A')
  const builder = page.getByRole('region', { name: '新建客群' })
  const counted = builder.getByRole('button', { name: /户，共/ })
  await expect(counted).toBeVisible()
  const all = Number(/^(\d+) 户/.exec(await counted.innerText())?.[1])
  await builder.getByRole('button', { name: /加条件$/ }).click()
  await choose(page, '字段', '近 12 个月销售额')
  await page.getByRole('spinbutton', { name: '值' }).fill('1000000000')
  await expect(counted).toHaveText(/^0 户/)
  await builder.getByRole('button', { name: '移除' }).last().click()
  await expect(counted).toHaveText(new RegExp(`^${all} 户`))
  await counted.click()
  await expect(page.getByRole('dialog', { name: '客户名单' }).getByRole('row')).toHaveCount(Math.min(all, 50) + 1)
  await accessible(page)
  await page.keyboard.press('Escape')

  await builder.getByRole('textbox', { name: '名称', exact: true }).fill('A 类客户')
  await builder.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { name: 'A 类客户' })).toBeVisible()
  await page.getByRole('button', { name: '拍快照' }).click()
  await expect(page.getByText(new RegExp(`的快照：${all} 户`))).toBeVisible()
  await page.getByRole('checkbox', { name: '对比 A 类客户' }).click()
  const compared = page.getByRole('region', { name: '对比' })
  await expect(compared.getByRole('row', { name: /^客户数/ }).getByRole('cell').nth(1)).toHaveText(String(all))
  await accessible(page)

  await page.getByRole('link', { name: '在客户列表中打开' }).click()
  await expect(page.getByText(new RegExp(`^${all} `)).first()).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: '在组合中打开' }).click()
  await expect(page).toHaveURL(/portfolio\?segment=/)
  await expect(page.getByRole('heading', { name: '客户组合' })).toBeVisible()
  expect(heard).toEqual([])
})
