import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

test('a lead becomes a deal, which stops because there is no money, and is put aside', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'shenyan')
  await page.goto('/opportunities')
  await page.getByRole('link', { name: '线索', exact: true }).click()

  // somebody was found at a fair; what is not known keeps it from becoming a deal
  await page.getByRole('button', { name: '新增线索' }).click()
  const form = page.getByRole('dialog', { name: '新增线索' })
  await form.getByLabel('公司', { exact: true }).fill('临港精密装备')
  await form.getByRole('combobox', { name: '来源', exact: true }).click()
  await page.getByTitle('博览会、展销、洽谈').click()
  await form.getByLabel('需求', { exact: true }).fill('齿轮箱国产化')
  await form.getByLabel('需求明确').check()
  await form.getByLabel('年采购额').fill('600000')
  await form.getByRole('button', { name: /保\s*存/ }).click()
  await page.getByRole('button', { name: '临港精密装备' }).click()
  const lead = page.getByRole('dialog', { name: '临港精密装备' })
  await turn('已联系')
  await turn('确认有效')
  await lead.getByRole('button', { name: '转为商机' }).click()
  const into = page.getByRole('dialog', { name: '转为商机' })
  await into.getByRole('button', { name: '转为商机', exact: true }).click()
  await expect(into).toContainText('得分 20，未到 60 分')
  await into.getByRole('button', { name: '关闭' }).click()
  await lead.getByRole('button', { name: '修改' }).click()
  const more = page.getByRole('dialog', { name: '修改' })
  for (const sign of ['有预算', '采购时间明确']) await more.getByLabel(sign).check()
  await more.getByRole('button', { name: /保\s*存/ }).click()
  await expect(lead).toContainText('得分 60')
  await accessible(page)
  await turn('转为商机')
  await lead.getByRole('link', { name: /^商机：/ }).click()

  // asked again, there is no money: it is no opportunity yet
  const check = page.getByRole('region', { name: '四问评估' })
  await check.getByRole('button', { name: '评估', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: /^评估：/ })
  await sheet.getByRole('radiogroup', { name: '「资金来源」的回答' }).getByText('0', { exact: true }).click()
  for (const group of await sheet.getByRole('radiogroup', { name: /的回答$/ }).all())
    if (!(await group.getAttribute('aria-label'))?.includes('资金来源')) await group.getByText('4', { exact: true }).click()
  await sheet.getByRole('button', { name: '保存评估' }).click()
  await expect(check).toContainText('培育，还不是机会')

  // so it is put aside until a day, and its lead says so
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '转入培育' }).click()
  const aside = page.getByRole('dialog', { name: '转入培育' })
  await aside.getByLabel('理由').fill('预算下一年度才批')
  await aside.getByRole('button', { name: /保\s*存/ }).click()
  await expect(page.getByText(/培育至 \d{4}-\d\d-\d\d/)).toBeVisible()
  await page.goto('/leads')
  await expect(page.getByRole('row', { name: /临港精密装备/ })).toContainText('商机培育中')
  await page.getByRole('link', { name: '目标客户七步' }).click()
  await expect(page.getByText('环境分析', { exact: true })).toBeVisible()
  await accessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(heard.filter((said) => !said.includes('409'))).toEqual([]) // too little was known: refused

  /** turn takes the lead on. */
  async function turn(name: string) {
    await lead.getByRole('button', { name, exact: true }).click()
    const asked = page.getByRole('dialog', { name })
    await asked.getByRole('button', { name, exact: true }).click()
    await expect(asked).toBeHidden()
  }
})
