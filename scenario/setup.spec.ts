import { expect, test } from '@playwright/test'
import { accessible, complaints } from './people'

test('the first two people set up a new server, and the token is spent', async ({ page }) => {
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
  await expect(page.getByRole('link', { name: '用户' })).toBeVisible()

  await page.goto(address)
  await expect(page).not.toHaveURL(/set-up/)
  expect(heard).toEqual([])
})
