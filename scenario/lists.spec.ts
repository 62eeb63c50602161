import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'

// What leaves is counted against what somebody may take along in a day: few lists of few accounts.
const manager = 'shenyan', rep = 'miaomiao'

test('what leaves as a list comes back: what is there already is not taken twice, and nothing changes unasked', async ({ page }) => {
  const heard = complaints(page)
  await signIn(page, manager)
  const account = await peopled(page)
  const places = [
    { path: '/visits', of: '拜访', lists: [['拜访', 'CSV']] },
    { path: `/accounts/${account}?tab=contact.relations`, of: '组织与态度', lists: [['人物', 'XLSX'], ['判断记录', 'CSV']] },
    { path: `/accounts/${account}?tab=contact.relations&people=list`, of: '联系人', lists: [['联系人', 'vCard']] },
    { path: '/visits/unanswered', of: '往来记录', lists: [['往来记录', 'CSV']] },
  ]
  for (const { path, of, lists } of places) {
    await page.goto(path)
    for (const [title = '', kind = ''] of lists) {
      const file = await leaves(page, of, title, kind)
      await enters(page, of, title, file)
      const said = page.getByRole('dialog', { name: /^没有可导入的变化：\d+ 条都已存在$/ })
      await expect(said, `${title} ${kind}`).toBeVisible()
      expect(await said.innerText()).not.toContain('：0 条')
      await accessible(page)
      await said.getByRole('button').first().click()
      await expect(said).toBeHidden()
    }
  }
  expect(heard).toEqual([])
})

test('a list with a wrong row is not taken, and says which row it is', async ({ page }) => {
  await signIn(page, rep)
  await page.goto('/visits')
  const list = await leaves(page, '拜访', '拜访', 'CSV')
  const [head = ''] = (await readFile(list, 'utf8')).split('\r\n')
  const row = head.split(',').map((_, at) => ['', 'NOBODY', '', 'planned', 'visit', '2026-11-30'][at] ?? '').join(',')
  await enters(page, '拜访', '拜访', { name: '拜访.csv', mimeType: 'text/csv', buffer: Buffer.from(`${head}\r\n${row}\r\n`) })
  const said = page.getByRole('dialog', { name: '1 行有误，没有导入' })
  await expect(said).toContainText('第 2 行')
  await accessible(page)
  await said.getByRole('button').first().click()
})

type Found = string | { name: string; mimeType: string; buffer: Buffer }

/** part opens the menu of some lists, and is what stands in it under a title. */
async function part(page: Page, of: string, title: string) {
  await page.getByRole('button', { name: `导入导出 ${of}` }).click()
  return page.locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item-group').filter({ has: page.getByText(title, { exact: true }) })
}

async function leaves(page: Page, of: string, title: string, kind: string) {
  const menu = await part(page, of, title)
  const download = page.waitForEvent('download')
  const link = menu.getByRole('link', { name: `导出 ${kind}` })
  await link.click()
  const path = await (await download).path()
  await page.keyboard.press('Escape')
  return path
}

async function enters(page: Page, of: string, title: string, file: Found) {
  const menu = await part(page, of, title)
  const chooser = page.waitForEvent('filechooser')
  await menu.getByText('导入文件…').click()
  await (await chooser).setFiles(file)
}

/** peopled is an account of his line whose map has people, judgements and lines. */
async function peopled(page: Page) {
  const { rows } = await (await page.request.get('/api/accounts?sort=name&limit=200')).json()
  for (const { id } of rows as { id: string }[]) {
    const answer = await page.request.get(`/api/accounts/${id}/relations`)
    if (!answer.ok()) continue
    const map = await answer.json()
    if (map.write && map.people.length > 3 && map.lines.length > 0) return id
  }
  throw new Error('nobody has a map with lines')
}
