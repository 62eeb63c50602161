import { type Browser, expect, type Page, test } from '@playwright/test'
import { accessible, complaints, signIn } from './people'
import { ask, enter } from './writing'

// What the owner of an account knows, and what of it nobody else is told.
const person = { name: '温如玉', phone: '19900207777', mail: 'wen.ruyu@example.com', wechat: 'wen_ruyu_9' }
const mobile = '19900208888', hobby = '周末常去东钱湖钓鱼', city = '象山'
const direct = [person.phone, person.mail, person.wechat], sealed = [mobile, hobby]
const costs = ['gross', 'cost', 'returns_cost'], debts = ['open', 'overdue'], revenue = ['figures', 'sales_minor', 'group_minor', 'stage', 'net']

/** One account, as everybody is going to look at it. */
interface Scene {
  id: string
  code: string
  name: string
  proposal: string
}

/** Onlooker is somebody with a window of his own, which keeps what the server told it. */
class Onlooker {
  readonly page: Page
  readonly heard: string[]
  private readonly told: unknown[] = []
  constructor(page: Page) {
    this.page = page
    this.heard = complaints(page)
  }

  /** listen stands between the window and the server, so that no answer is missed. */
  async listen() {
    await this.page.route('**/api/**', async (route) => {
      const response = await route.fetch().catch(() => undefined) // its page may have gone
      if (response?.headers()['content-type']?.includes('json')) this.told.push(await response.json())
      await (response ? route.fulfill({ response }) : route.abort()).catch(() => undefined)
    })
    return this
  }

  async open(path: string) {
    await this.page.goto(path)
    await this.page.waitForLoadState('networkidle')
  }

  /** wasNotTold wants none of some values, and none of some fields, in any answer. */
  wasNotTold(values: string[], fields: string[]) {
    const text = JSON.stringify(this.told), named = fieldsOf(this.told)
    expect(this.told.length).toBeGreaterThan(9)
    expect(values.filter((value) => text.includes(value))).toEqual([])
    expect(fields.filter((field) => named.has(field))).toEqual([])
  }
}

/** fieldsOf are the names of all fields that hold a figure, a word or a record; a list or a yes may be called the same and mean something else. */
function fieldsOf(value: unknown, all = new Set<string>()) {
  if (Array.isArray(value)) value.forEach((one) => fieldsOf(one, all))
  else if (value && typeof value === 'object') Object.entries(value).forEach(([name, one]) => {
    if (one !== null && typeof one !== 'boolean' && !Array.isArray(one)) all.add(name)
    fieldsOf(one, all)
  })
  return all
}

/** look opens a window for somebody. */
async function look(browser: Browser, login: string, password?: string) {
  const onlooker = await new Onlooker(await (await browser.newContext({ locale: 'zh-CN' })).newPage()).listen()
  await signIn(onlooker.page, login, password)
  return onlooker
}

/** hire makes a user with a password of his own. */
async function hire(login: string, name: string, role: string, boss: string, regions?: string[]) {
  const admin = await enter('admin'), password = '一句好记的话比符号更安全'
  const known: { id: string; name: string }[] = (await ask(admin, 'GET', '/api/people')).body
  const made = await ask(admin, 'POST', '/api/users', { login, name, roles: [role], boss: known.find((one) => one.name === boss)?.id })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  if (regions) expect((await ask(admin, 'PUT', `/api/users/${made.body.user.id}/regions`, { regions })).status).toBe(200)
  const cookie = await enter(login, made.body.password)
  const set = await fetch(`${process.env.ERBA_URL}/password`, { method: 'POST', redirect: 'manual', headers: { cookie }, body: new URLSearchParams({ old: made.body.password, new: password, again: password }) })
  expect(set.status).toBe(303)
  return password
}

/** prepare has the owner write down what he knows, and his manager nominate the account. */
async function prepare(): Promise<Scene> {
  const owner = await enter('miaomiao'), manager = await enter('xuyuan')
  const me = (await ask(owner, 'GET', '/api/me')).body // what is only shared with him he does not write
  const { rows } = (await ask(owner, 'GET', `/api/accounts?limit=200&sort=sales&desc=1&owner=${me.id}`)).body
  const row = rows.find((one: { figures?: { key_account?: boolean; sales_minor?: number } }) => one.figures?.sales_minor && !one.figures.key_account)
  const at = `/api/accounts/${row.id}`
  const file = await ask(owner, 'GET', at)
  const { code, name, region, industry, parent, status } = file.body
  expect((await ask(owner, 'PUT', at, { code, name, region, industry, parent, status, city }, { 'If-Match': file.etag ?? '' })).status).toBe(200)
  const met = await ask(owner, 'POST', `${at}/contacts`, { ...person, title: '采购总监' })
  expect(met.status, JSON.stringify(met.body)).toBe(200)
  expect((await ask(owner, 'PUT', `/api/contacts/${met.body.id}/facts/mobile`, { value: mobile })).status).toBe(200)
  const note = { kind: 'hobby', text: hobby, basis: 'consent', consent_on: '2026-06-30', consent_form: 'written', proof: '同意书 T-9' }
  expect((await ask(owner, 'POST', `/api/contacts/${met.body.id}/notes`, note)).status).toBe(200)
  const proposed = await ask(manager, 'POST', `${at}/nominations`, { kind: 'VIP', reason: '新厂投产，三年框架', evidence: '框架协议草案', expires: '' })
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(200)
  return { id: row.id, code, name, proposal: proposed.body.id }
}

const tabs = (page: Page) => page.locator('.account-head').getByRole('tab')
const people = (scene: Scene) => `/accounts/${scene.id}?tab=contact.relations&people=list`
const access = (scene: Scene) => `/accounts/${scene.id}?tab=team.access`
const listed = (scene: Scene) => `/accounts?search=${scene.code}`
const card = (page: Page) => page.getByRole('listitem').filter({ hasText: person.name })

/** offers are the buttons with which the team of an account, its shares and its flag are changed. */
async function offers(page: Page, scene: Scene, all: { member?: boolean; share?: boolean; owner?: boolean; flag?: boolean }) {
  await page.goto(access(scene))
  await expect(page.getByRole('heading', { name: '谁能看到，为什么' })).toBeVisible()
  await expect(page.getByRole('button', { name: '加成员' })).toHaveCount(all.member ? 1 : 0)
  await expect(page.getByRole('button', { name: /共享$/ })).toHaveCount(all.share ? 1 : 0)
  await expect(page.getByRole('combobox', { name: '负责人' })).toHaveCount(all.owner ? 1 : 0)
  const flag = page.getByRole('switch', { name: '服务部门' })
  if (all.flag) await expect(flag).toBeEnabled()
  else await expect(flag).toBeDisabled()
}

const looks: Record<string, (o: Onlooker, scene: Scene) => Promise<void>> = {
  async 'the rep who owns it sees what he sells there and whom he knows, not what it costs'(o, scene) {
    const { page } = o
    await o.open(listed(scene))
    await expect(page.getByRole('link', { name: scene.name })).toBeVisible()
    await o.open(`/accounts/${scene.id}`)
    await expect(tabs(page)).toHaveText(['概览', '关系', '发展', '客户分析', '价值', '报价比较', '计划', '商机', '拜访', '团队与权限', '档案'])
    await expect(page.getByText('近 12 个月销售额').first()).toBeVisible()
    await expect(page.getByText('毛利率')).toHaveCount(0)
    await expect(page.getByRole('region', { name: '变更历史' })).toHaveCount(0)
    await o.open(people(scene))
    await expect(card(page)).toContainText(person.phone)
    await expect(card(page)).toContainText('199****8888')
    await offers(page, scene, { share: true, flag: true })
    await o.open('/approvals')
    await expect(page.getByText('没有待你审批的申请')).toBeVisible()
    await o.open('/audit')
    await expect(page.getByText('这个地址下没有你可见的页面。')).toBeVisible()
    o.wasNotTold(sealed, [...costs, ...debts])
    await o.open(people(scene))
    await card(page).getByRole('button', { name: /查看 .*私人手机/ }).click()
    await expect(card(page)).toContainText(mobile)
  },

  async 'a rep of another line sees that there is nothing'(o, scene) {
    const { page } = o
    await o.open(listed(scene))
    await expect(page.getByRole('link', { name: scene.name })).toHaveCount(0)
    for (const path of [`/accounts/${scene.id}`, people(scene), access(scene)]) {
      await o.open(path)
      await expect(page.getByRole('alert')).toContainText('不存在，或你无权查看。')
    }
    await o.open(`/approvals?id=${scene.proposal}`)
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('不存在，或你无权查看。')
    o.wasNotTold([scene.name, scene.code, person.name, ...direct, ...sealed, city], [...costs, ...debts])
  },

  async 'a manager of his line sees what it brings and costs, and masks'(o, scene) {
    const { page } = o
    await o.open(listed(scene))
    await expect(page.getByRole('link', { name: scene.name })).toBeVisible()
    await o.open(`/accounts/${scene.id}`)
    await expect(tabs(page)).toHaveText(['概览', '关系', '发展', '客户分析', '价值', '净贡献', '报价比较', '计划', '商机', '拜访', '资金', '团队与权限', '档案'])
    await expect(page.getByText('毛利率').first()).toBeVisible()
    await expect(page.getByRole('region', { name: '变更历史' })).toContainText(city)
    await masked(o, scene)
    await offers(page, scene, { member: true, share: true, owner: true, flag: true })
    await o.open('/approvals?box=mine')
    await page.getByRole('button', { name: new RegExp(scene.name) }).click()
    await expect(page.getByRole('button', { name: '撤回' })).toBeVisible()
    await expect(page.getByRole('button', { name: '批准', exact: true })).toHaveCount(0)
    o.wasNotTold([...direct, ...sealed], [])
  },

  async 'a manager to whom its region opens it sees the file and no more'(o, scene) {
    const { page } = o
    await o.open(listed(scene))
    await expect(page.getByRole('link', { name: scene.name })).toBeVisible()
    await o.open(`/accounts/${scene.id}`)
    await expect(tabs(page)).toHaveText(['概览', '团队与权限', '档案'])
    await expect(page.getByText('近 12 个月销售额')).toHaveCount(0)
    await expect(page.getByRole('region', { name: '变更历史' })).toHaveCount(0)
    await offers(page, scene, {})
    await o.open(`/accounts/${scene.id}?tab=file`)
    await expect(page.getByRole('button', { name: '编辑' })).toBeVisible()
    await o.open('/approvals?box=mine')
    await expect(page.getByText(scene.name)).toHaveCount(0)
    o.wasNotTold([person.name, ...direct, ...sealed], [...costs, ...debts, ...revenue])
  },

  async 'finance sees the money and none of the people'(o, scene) {
    const { page } = o
    await o.open(`/accounts/${scene.id}`)
    await expect(tabs(page)).toHaveText(['概览', '价值', '净贡献', '报价比较', '资金', '团队与权限', '档案'])
    await expect(page.getByText('毛利率').first()).toBeVisible()
    await expect(page.getByRole('region', { name: '变更历史' })).toHaveCount(0)
    await o.open(`/accounts/${scene.id}?tab=ledger.money`)
    await expect(page.getByRole('columnheader', { name: '到期日' })).toBeVisible()
    await offers(page, scene, {})
    await o.open('/approvals')
    await expect(page.getByText('没有待你审批的申请')).toBeVisible()
    o.wasNotTold([person.name, ...direct, ...sealed], [])
  },

  async 'the privacy officer sees what was done and whom it concerns, nothing of the business'(o, scene) {
    const { page } = o
    await o.open(`/accounts/${scene.id}`)
    await expect(page.getByText('这个地址下没有你可见的页面。')).toBeVisible()
    await expect(page.getByRole('link', { name: '客户', exact: true })).toHaveCount(0)
    await o.open('/audit')
    const change = page.getByRole('row').filter({ hasText: '修改客户资料' }).filter({ hasText: '苗淼' }).first()
    await expect(change).toContainText('无权查看内容')
    await page.getByRole('tab', { name: '访问日志' }).click()
    await expect(page.getByRole('row').filter({ hasText: '查看掩码内容' }).filter({ hasText: '苗淼' }).first()).toBeVisible()
    await o.open('/privacy')
    await page.getByRole('button', { name: '登记请求' }).click()
    await page.getByLabel('姓名').fill(person.name)
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '查找记录' }).click()
    await expect(page.getByRole('checkbox', { name: new RegExp(person.name) })).toBeVisible()
    await expect(page.getByText('199****7777')).toBeVisible()
    o.wasNotTold([...direct, ...sealed, city], [...costs, ...debts, ...revenue])
  },

  async 'a director sees it all behind masks, and decides'(o, scene) {
    const { page } = o
    await o.open(`/accounts/${scene.id}`)
    await expect(tabs(page)).toHaveText(['概览', '关系', '发展', '客户分析', '价值', '净贡献', '报价比较', '计划', '商机', '拜访', '资金', '团队与权限', '档案'])
    await expect(page.getByText('毛利率').first()).toBeVisible()
    await expect(page.getByRole('region', { name: '变更历史' })).toContainText(city)
    await masked(o, scene)
    await offers(page, scene, { member: true, share: true, owner: true, flag: true })
    await o.open('/privacy')
    await expect(page.getByText('这个地址下没有你可见的页面。')).toBeVisible()
    await o.open(`/approvals?id=${scene.proposal}`)
    await page.getByRole('dialog').getByLabel('理由').fill('先看半年的回款')
    await page.getByRole('button', { name: '拒绝', exact: true }).click()
    await expect(page.getByRole('dialog').getByText('已拒绝').first()).toBeVisible()
    o.wasNotTold([...direct, ...sealed], [])
  },
}

/** masked wants a person whom one may know of, behind masks that stay. */
async function masked(o: Onlooker, scene: Scene) {
  await o.open(people(scene))
  await expect(card(o.page)).toContainText('199****7777')
  await expect(card(o.page)).toContainText('199****8888')
  await expect(o.page.getByRole('button', { name: /^查看 / })).toHaveCount(0)
}

test('seven people look at one account, and each sees what is his to see', async ({ browser }) => {
  test.setTimeout(240_000)
  const scene = await prepare()
  const stranger = await hire('walls.rep', '安远', 'rep', '梁博'), ruler = await hire('walls.region', '齐越', 'sales_manager', '秦朗', ['华东'])
  const all: Onlooker[] = []
  const logins: [string, string?][] = [['miaomiao'], ['walls.rep', stranger], ['xuyuan'], ['walls.region', ruler], ['lushan'], ['privacy'], ['qinlang']]
  for (const [login, password] of logins) all.push(await look(browser, login, password))
  for (const [i, [what, see]] of Object.entries(looks).entries()) await test.step(what, () => see(all[i]!, scene))
  await accessible(all[0]!.page)
  const heard = all.flatMap(({ heard }) => heard)
  expect(heard.filter((text) => !text.includes('status of 404'))).toEqual([]) // what is out of sight
  await Promise.all(all.map(({ page }) => page.context().close()))
})
