import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

// one red dot, as small as a photo can be
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')

type Ranked = { account: string; shop: string; total: number }

test.describe('in a shop, with a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('a shop is looked at: what is missing and where shoppers are lost is said at once, and a photo shows it', async ({ page }) => {
    const heard = complaints(page)
    await signIn(page, 'xuyuan')
    const { rows } = await (await page.request.get('/api/stores')).json()
    const [weakest] = rows as Ranked[]
    if (!weakest) throw new Error('nobody has looked at a shop')
    await page.goto('/visits/stores')
    await expect(page.getByRole('region', { name: '门店陈列' })).toContainText(weakest.shop)
    await accessible(page)

    await page.goto(`/accounts/${weakest.account}?tab=visit.visits`)
    const panel = page.getByRole('region', { name: '门店陈列' })
    await expect(panel.getByRole('img', { name: /的照片$/ }).first()).toBeVisible()
    await panel.getByRole('button', { name: '检查门店' }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('combobox', { name: '门店' }).fill('机场路样板店')
    for (const stage of ['注目', '兴趣', '满意']) {
      for (const tool of await form.getByRole('group', { name: stage }).getByRole('checkbox').all()) await tool.check()
    }
    await form.getByLabel('备注').fill('价签都没有')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await form.getByRole('button', { name: '保存检查' }).click()
    await expect(form).toBeHidden()

    // three of five steps are whole, two are empty: 60 %, and the first empty one is where shoppers are lost
    const check = panel.getByRole('listitem').filter({ hasText: '机场路样板店' }).first()
    await expect(check).toContainText('60')
    await expect(check).toContainText('欲望')
    await expect(check).toContainText('缺')
    await check.getByLabel('拍照').setInputFiles({ name: '货架.png', mimeType: 'image/png', buffer: photo })
    await check.getByRole('button', { name: '机场路样板店的照片' }).click()
    await expect(page.getByRole('dialog').getByRole('img', { name: '机场路样板店的照片' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.goto('/visits/stores')
    await expect(page.getByRole('region', { name: '门店陈列' })).toContainText('机场路样板店')

    await page.goto(`/accounts/${weakest.account}?tab=visit.visits`)
    await check.getByRole('button', { name: '删除', exact: true }).click()
    await page.getByRole('button', { name: /^确\s?定$/ }).click()
    await expect(panel.getByText('机场路样板店')).toHaveCount(0)
    expect(heard).toEqual([])
  })
})
