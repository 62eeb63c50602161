import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

test('a director rates an industry, matches what accounts call it, and sees of what revenue consists', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'qinlang')
  await page.goto('/portfolio')
  await page.getByRole('link', { name: '行业评级与构成' }).click()
  await expect(page.getByRole('heading', { name: '行业', exact: true })).toBeVisible()

  const ranking = page.getByRole('region', { name: '行业排名' })
  await ranking.getByRole('button', { name: '保险' }).click()
  await expect(ranking.getByRole('row', { name: /保险/ })).toContainText('资料不足')
  const answers = page.getByRole('region', { name: '七项评分' })
  for (const criterion of ['市场容量', '增长速度', '客户认知', '资金与信用', '政府支持']) {
    await answers.getByRole('button', { name: `评分：${criterion}` }).click()
    const dialog = page.getByRole('dialog', { name: `保险 · ${criterion}` })
    await dialog.getByRole('spinbutton').fill('5')
    await dialog.getByRole('textbox').fill('走访三家总公司')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toBeHidden()
    await expect(answers.getByRole('button', { name: `评分：${criterion}` })).toHaveText('5')
  }
  await expect(ranking.getByRole('row', { name: /保险/ })).toContainText('重点行业')
  await accessible(page)

  const words = page.getByRole('region', { name: '行业叫法对应' })
  await expect(words.getByText(/个客户未归类/)).toBeVisible()
  const left = async () => Number(/(\d+) 个客户未归类/.exec(await words.innerText())?.[1])
  const before = await left()
  await words.getByRole('combobox', { name: '“石油化工”对应的行业' }).fill('保险')
  await page.keyboard.press('Enter')
  await expect.poll(left).toBeLessThan(before)
  await expect(page.getByRole('region', { name: '各行业收入' }).getByRole('row', { name: /保险/ })).toBeVisible()
  expect(heard).toEqual([])
})

test('a seller says how likely a prospect is won, and finds what its industry tells on its page', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, 'miaomiao')
  await page.goto('/portfolio/targets')
  await expect(page.getByText('只含你能看到的客户')).toBeVisible()
  const rows = page.getByRole('region', { name: '潜在客户切入' }).getByRole('row')
  const last = rows.last()
  const name = await last.getByRole('link').innerText()
  for (const [kind, value] of [['赢单概率', '60'], ['成本指数', '40'], ['收益指数', '70'], ['人脉强度', '5']] as const) {
    await rows.filter({ hasText: name }).getByRole('button', { name: new RegExp(`^${kind}`) }).click()
    const dialog = page.getByRole('dialog', { name: `${name} · ${kind}` })
    await dialog.getByRole('spinbutton').fill(value)
    await dialog.getByRole('textbox').fill('与采购负责人谈过')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(rows.filter({ hasText: name }).getByRole('button', { name: `${kind} ${value}` })).toBeVisible()
  }
  await rows.filter({ hasText: name }).getByRole('button', { name: /63|78/ }).click()
  await expect(page.getByRole('dialog', { name })).toContainText('规则')
  await accessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('region', { name: '行业画像' })).toBeVisible()
  await expect(page.getByRole('region', { name: '企业性质提示' })).toBeVisible()
  await accessible(page)
  expect(heard).toEqual([])
})
