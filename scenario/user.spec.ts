import { expect, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

test('an administrator creates a user, who sets a password of his own', async ({ page, browser }) => {
  const heard = complaints(page)
  await signIn(page, 'admin')
  await page.getByRole('link', { name: '用户' }).click()
  await expect(page.getByRole('heading', { name: '用户', exact: true })).toBeVisible()
  await accessible(page)

  await page.getByRole('button', { name: '新建用户' }).click()
  await page.getByLabel('姓名').fill('林小满')
  await page.getByLabel('用户名').fill('lin.xiaoman')
  await page.getByLabel('上级').click()
  await page.keyboard.press('Enter')
  await accessible(page)
  await page.getByRole('button', { name: '保存' }).click()

  const once = page.getByRole('dialog', { name: '一次性密码只显示这一次' })
  const password = await once.locator('code').innerText()
  await accessible(page)
  await once.getByRole('button', { name: '已记下，关闭' }).click()
  await expect(page.getByText(password)).toHaveCount(0)
  await expect(page.getByRole('row', { name: /林小满/ })).toContainText('销售代表')

  const own = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await own.goto('/sign-in')
  await own.getByLabel('用户名').fill('lin.xiaoman')
  await own.getByLabel('密码').fill(password)
  await own.getByRole('button', { name: '登录' }).click()
  await own.getByLabel('当前密码').fill(password)
  await own.getByLabel('新密码').fill('一句好记的话比符号更安全')
  await own.getByLabel('再输一次').fill('一句好记的话比符号更安全')
  await own.getByRole('button', { name: '保存并继续' }).click()
  await expect(own.getByRole('main')).toBeVisible()
  expect(heard).toEqual([])
})

test('an administrator switches a user off, who cannot sign in any more', async ({ page, browser }) => {
  await signIn(page, 'admin')
  await page.goto('/users')
  await page.getByRole('button', { name: '编辑林小满' }).click()
  await page.getByRole('switch', { name: '可登录' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('row', { name: /林小满/ })).toContainText('已停用')

  const own = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await own.goto('/sign-in')
  await own.getByLabel('用户名').fill('lin.xiaoman')
  await own.getByLabel('密码').fill('一句好记的话比符号更安全')
  await own.getByRole('button', { name: '登录' }).click()
  await expect(own.getByRole('alert')).toBeVisible()
})
