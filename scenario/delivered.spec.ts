import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

const ours = ['50000', '12000', '5000', '8000', '52000', '4000', '2000', '1000'], theirs = ['45000', '9000', '4000', '6000', '46000', '3500', '1500', '500']
const components = ['产品价值', '服务价值', '人员价值', '形象价值', '货币成本', '时间成本', '精神成本', '体力成本']

test('a seller sets our offer beside that of another, component by component, and sees why we lead', async ({ page }) => {
  test.slow()
  const heard = complaints(page)
  await signIn(page, 'miaomiao')
  await page.goto('/accounts')
  await page.getByRole('row').nth(1).getByRole('link').first().click()
  await page.getByRole('tab', { name: '报价比较' }).click()
  await page.getByRole('button', { name: '新建比较' }).first().click()
  const form = page.getByRole('dialog', { name: '新建比较' })
  await form.getByLabel('比较表名称').fill('故事里的合同')
  await form.getByLabel('竞争方 1').fill('对手甲')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()

  const sheet = page.getByRole('region', { name: '故事里的合同', exact: true })
  await expect(sheet).toContainText('八项填齐后才能比较。')
  for (const [side, amounts] of [['我们', ours], ['对手甲', theirs]] as const) {
    for (const [i, amount] of amounts.entries()) {
      await sheet.getByRole('button', { name: `${side} ${components[i]} 填写` }).click()
      const dialog = page.getByRole('dialog', { name: `${side} · ${components[i]}` })
      await dialog.getByRole('spinbutton').fill(amount)
      await dialog.getByRole('textbox').fill('投标文件第三页')
      await dialog.getByRole('button', { name: '保存' }).click()
      await expect(dialog).toBeHidden()
    }
  }
  await expect(sheet.getByRole('row', { name: /让渡价值/ })).toContainText('16,000.00')
  await expect(sheet).toContainText('领先 对手甲 3,500.00')
  await sheet.getByRole('button', { name: /我们领先/ }).click()
  await expect(page.getByRole('dialog', { name: '报价比较' })).toContainText('规则')
  await page.keyboard.press('Escape')
  await accessible(page)

  await sheet.getByRole('button', { name: '修改' }).click()
  await page.getByRole('dialog', { name: '修改比较表' }).getByRole('button', { name: '删除' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click()
  await expect(sheet).toBeHidden()
  expect(heard).toEqual([])
})
