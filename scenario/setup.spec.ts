import { expect, test } from '@playwright/test'
import { codeOf } from './code'
import { accessible, complaints } from './people'

test('the first two people set up a new server, the token is spent, and the administrator enrols', async ({ page, context, playwright }) => {
  const heard = complaints(page)
  const [address = ''] = (process.env.ERBA_VACANT ?? '').split(' ')
  await page.goto(new URL('/', address).href)
  await expect(page).toHaveURL(/set-up/)
  await accessible(page)

  await page.goto(address)
  const people = [['系统管理员', 'founder', '陈立'], ['销售总监', 'head', '秦朗']] as const
  for (const [role, login, name] of people) {
    const part = page.getByRole('group', { name: role })
    await part.getByLabel('用户名').fill(login)
    await part.getByLabel('姓名').fill(name)
    await part.getByLabel('密码').fill(`${name}的第一句好记的长长的话`)
  }
  await page.getByRole('button', { name: '创建并登录' }).click()

  await expect(page).toHaveURL(/enrol/)
  await accessible(page)
  const secret = await page.locator('.secret').innerText()
  await page.getByLabel('应用现在显示的 6 位数字').fill(codeOf(secret, -1))
  await page.getByRole('button', { name: '确认' }).click()
  await expect(page.locator('.codes li')).toHaveCount(10)
  await accessible(page)
  await page.getByRole('button', { name: '已收好，继续' }).click()
  await expect(page.getByRole('link', { name: '用户' })).toBeVisible()

  await page.goto(address)
  await expect(page).not.toHaveURL(/set-up/)
  await page.goto(new URL('/me', address).href)
  await expect(page.getByText('当前设备')).toBeVisible()
  await accessible(page)
  expect(heard).toEqual([])

  await test.step('whoever was away too long signs in again where he is, and loses nothing', async () => {
    await page.goto(new URL('/users', address).href)
    await page.getByRole('button', { name: '新建用户' }).click()
    await page.getByLabel('姓名').fill('林小满')
    await page.getByLabel('用户名').fill('lin.xiaoman')
    await context.clearCookies()
    await page.getByRole('button', { name: '保存' }).click()
    const again = page.getByRole('dialog', { name: '请重新登录' })
    await again.getByLabel('密码').fill('陈立的第一句好记的长长的话')
    await accessible(page)
    await again.getByRole('button', { name: '登录' }).click()
    await again.getByLabel('6 位验证码或恢复码').fill(codeOf(secret))
    await again.getByRole('button', { name: '登录' }).click()
    await page.getByRole('button', { name: '已记下，关闭' }).click()
    await expect(page.getByRole('row', { name: /林小满/ })).toBeVisible()
  })

  await test.step('a program reads with a token, until it is revoked', async () => {
    await page.goto(new URL('/me', address).href)
    await page.getByRole('button', { name: '新建令牌' }).click()
    await page.getByLabel('用途').fill('门禁系统')
    await page.getByLabel('权限').fill('看到同事姓名')
    await page.keyboard.press('Enter')
    await page.getByLabel('用途').click() // the list of grants lay over the button
    await page.getByRole('button', { name: '生成' }).click()
    const word = await page.getByRole('dialog').locator('code').innerText()
    await accessible(page)
    await page.getByRole('button', { name: '已记下，关闭' }).click()

    const program = await playwright.request.newContext({ baseURL: new URL(address).origin, extraHTTPHeaders: { Authorization: `Bearer ${word}` } })
    expect((await program.get('/api/people')).status()).toBe(200)
    expect((await program.get('/api/users')).status()).toBe(403)
    await page.getByRole('button', { name: '吊销' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click()
    await expect(page.getByText('还没有令牌')).toBeVisible()
    expect((await program.get('/api/people')).status()).toBe(401)
    await program.dispose()
  })
})
