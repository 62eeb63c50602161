import { expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'
import { ask, enter } from './writing'

/** visit signs somebody in beside those who are there and shows him the registrations. */
async function visit(from: Page, login: string) {
  const page = await (await from.context().browser()!.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' })).newPage()
  await signIn(page, login)
  await page.goto('/accounts/claims')
  return page
}

test('a rep registers a company that belongs to a colleague, learns no name, and a manager decides', async ({ page }) => {
  const heard = complaints(page)
  const owned = await ask(await enter('shenyan'), 'GET', '/api/accounts?sort=name&limit=1')
  const { name } = owned.body.rows[0] as { name: string }
  await signIn(page, 'miaomiao')
  await page.goto('/accounts')
  await page.getByRole('link', { name: '查重报备' }).click()
  const asking = page.getByRole('region', { name: '这家公司有人跟进吗？' })
  await asking.getByRole('button', { name: '查重' }).click()
  await expect(asking).toContainText('请至少填一项')
  await asking.getByLabel('公司名称').fill('昆山澄湖精密传动有限公司')
  await asking.getByRole('button', { name: '查重' }).click()
  await expect(asking.getByRole('status')).toContainText('暂无人跟进')
  await asking.getByLabel('公司名称').fill(name)
  await asking.getByRole('button', { name: '查重' }).click()
  await expect(asking.getByRole('status')).toContainText('这家公司已有人跟进')
  await expect(page.getByRole('main')).not.toContainText('沈砚')
  await accessible(page)

  await asking.getByRole('status').getByRole('button', { name: '报备' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '提交报备' }).click()
  await expect(form).toContainText('请填写跟进凭证')
  await form.getByLabel('项目').fill('新产线气动元件')
  await form.getByLabel('跟进凭证').fill('与采购经理见面，收到询价单')
  await form.getByLabel('报备理由').fill('客户计划年内定点')
  await accessible(page)
  await form.getByRole('button', { name: '提交报备' }).click()
  await expect(form).toBeHidden()
  const mine = page.getByRole('region', { name: '报备', exact: true }).getByRole('row', { name: new RegExp(name) })
  await expect(mine).toContainText('有冲突')
  await expect(page.getByRole('main')).not.toContainText('沈砚')

  const boss = await visit(page, 'xuyuan')
  const bossHeard = complaints(boss)
  await boss.getByRole('row', { name: new RegExp(name) }).getByRole('button', { name: '裁定' }).click()
  const decision = boss.getByRole('dialog')
  await expect(decision).toContainText('沈砚')
  await expect(decision).toContainText('与采购经理见面')
  await decision.getByLabel('维持原状').check()
  await decision.getByLabel('裁定理由').fill('现负责人本月已安排样机测试')
  await accessible(boss)
  await decision.getByRole('button', { name: '裁定' }).click()
  await expect(decision).toBeHidden()
  await boss.context().close()

  await page.reload()
  const news = page.getByRole('region', { name: '最新进展' })
  await expect(news).toContainText(`您对“${name}”的报备未通过：现负责人本月已安排样机测试`)
  await expect(page.getByRole('main')).not.toContainText('沈砚')
  await accessible(page)
  await news.getByRole('button', { name: '知道了' }).click()
  await expect(news).toBeHidden()
  await expect(mine).toContainText('未通过')
  expect([...heard, ...bossHeard].filter((text) => !text.includes('422'))).toEqual([])
})

test('a registration that counts is given back, and the company is free again', async ({ page }) => {
  const heard = complaints(page)
  const company = '太仓浏河轴承制造有限公司'
  await signIn(page, 'miaomiao')
  await page.goto('/accounts/claims')
  const asking = page.getByRole('region', { name: '这家公司有人跟进吗？' })
  const answered = async (name: string, answer: string) => {
    await asking.getByLabel('公司名称').fill(name)
    await asking.getByRole('button', { name: '查重' }).click()
    await expect(asking.getByRole('status')).toContainText(answer)
  }
  await answered(company, '暂无人跟进')
  await asking.getByRole('status').getByRole('button', { name: '报备' }).click()
  const form = page.getByRole('dialog')
  for (const [label, text] of [['项目', '年度框架'], ['跟进凭证', '展会名片'], ['报备理由', '首次接触']] as const) await form.getByLabel(label).fill(text)
  await form.getByRole('button', { name: '提交报备' }).click()
  await expect(form).toBeHidden()
  await answered(company, '您已报备过')
  const row = page.getByRole('region', { name: '报备', exact: true }).getByRole('row', { name: new RegExp(company) }).first()
  await expect(row).toContainText('有效')
  await row.getByRole('button', { name: '退回' }).click()
  await page.getByRole('dialog').getByLabel('退回原因').fill('客户暂停采购')
  await page.getByRole('dialog').getByRole('button', { name: '退回' }).click()
  await expect(row).toContainText('已退回')
  await answered(company, '暂无人跟进')
  expect(heard).toEqual([])
})
