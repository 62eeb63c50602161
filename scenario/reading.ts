// Who looks at what the writer wrote, and who watches over what a page does meanwhile.
import { readFileSync, readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { hostile, together } from './hostile'
import type { Made } from './writer'

/** watch notes whatever a page does that nobody of ours told it, and counts what it is still waiting for. */
export async function watch(page: Page) {
  const caught: string[] = []
  await page.exposeFunction('caught', (what: string) => { caught.push(what) })
  await page.addInitScript(() => {
    const report = (what: string) => (window as unknown as { caught(what: string): void }).caught(`${what} at ${location.pathname}`)
    for (const name of ['seen', 'alert', 'confirm', 'prompt', 'print']) Object.defineProperty(window, name, { value: () => report('executed ' + name) })
    document.addEventListener('securitypolicyviolation', (e) => report(`violation of ${e.effectiveDirective} by ${e.blockedURI} ${e.sample} (${e.sourceFile}:${e.lineNumber})`))
    const ask = window.fetch
    let waiting = 0, still = 0
    window.fetch = (...args) => {
      waiting++
      return ask(...args).finally(() => waiting--)
    }
    const tick = () => {
      still = waiting ? 0 : still + 1
      requestAnimationFrame(tick)
    }
    tick()
    Object.defineProperty(window, 'restless', { value: () => { still = 0 } })
    Object.defineProperty(window, 'settled', { value: () => still > 5 })
  })
  page.on('dialog', (dialog) => { caught.push('dialog ' + dialog.message()); void dialog.dismiss() })
  page.on('request', (request) => { if (!/^(http:\/\/127\.0\.0\.1|data:image\/|blob:)/.test(request.url())) caught.push('request to ' + request.url()) })
  page.on('popup', (popup) => caught.push('popup ' + popup.url()))
  page.on('framenavigated', (frame) => { if (frame !== page.mainFrame()) caught.push('frame ' + frame.url()) })
  return caught
}

type Watched = Window & { restless(): void; settled(): boolean }

/** settled waits until a page has all that it asked for and has drawn it. */
const settled = (page: Page) => page.waitForFunction(() => (window as unknown as Watched).settled())

/** pass goes to a screen within the page, and waits for what it shows. */
async function pass(page: Page, path: string) {
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
    ;(window as unknown as Watched).restless()
  }, path)
  await settled(page)
}

/** look opens a screen, all its tabs and menus, and points at what hides something. */
async function look(page: Page, path: string) {
  await page.goto(path)
  await settled(page)
  for (const tab of await page.getByRole('tab').all()) await press(page, () => tab.click({ timeout: 2000 }))
  for (const choice of await page.locator('.ant-select').all()) {
    await press(page, () => choice.click({ timeout: 1000 }))
    await page.keyboard.press('Escape')
  }
  for (const canvas of await page.locator('canvas').all()) {
    const box = await canvas.boundingBox()
    for (let step = 1; box && step < 8; step++) await page.mouse.move(box.x + (box.width * step) / 8, box.y + (box.height * (1 + (step % 3))) / 4)
  }
  await page.mouse.wheel(0, 4000)
}

/** press does something that may not be possible just now, and waits for what it shows. */
async function press(page: Page, act: () => Promise<void>) {
  await act().catch(() => undefined)
  await settled(page)
}

/** presses clicks every button of a name on the screen. */
async function presses(page: Page, name: string | RegExp) {
  for (const button of await page.getByRole('button', { name }).all()) await press(page, () => button.click({ timeout: 2000 }))
}

/** open lets the first form of a name be seen, and leaves it. */
async function open(page: Page, name: string | RegExp) {
  await press(page, () => page.getByRole('button', { name, exact: true }).first().click({ timeout: 2000 }))
  await page.keyboard.press('Escape')
}

/** search asks the palette for a text, which it shows again. */
async function search(page: Page, text: string) {
  await page.keyboard.press('Control+k')
  const box = page.getByRole('dialog').getByRole('combobox').or(page.getByRole('dialog').getByRole('textbox')).first()
  if (await box.isVisible().catch(() => false)) {
    await box.fill(text.slice(0, 60))
    await settled(page)
  }
  await page.keyboard.press('Escape')
}

/** plain are the addresses of all features' screens that stand by themselves. */
const plain = [...new Set(readdirSync('feature').flatMap((name) => {
  try { return [...readFileSync(`feature/${name}/ui.tsx`, 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path) } catch { return [] }
}))].filter((path) => !path.includes('$'))

/** forms are the buttons of a deal behind which its texts stand once more. */
const forms = ['历次评估', '重新评估', /^改标准/, '填写', '填写因素', '弄清这几点', '改选，写理由', /^修改 /]

/** deals looks at deals, full ones and ended ones, at what they cost and against whom they are won. */
async function deals(page: Page, made: (what: string) => Made[]) {
  for (const { id } of made('opportunities/full').slice(0, 2)) await look(page, `/opportunities/${id}`)
  for (const name of forms) await open(page, name)
  for (const ends of ['full', 'closed', 'nurtured', 'reopened']) for (const { id } of made('opportunities/' + ends).slice(0, 12)) await pass(page, `/opportunities/${id}`)
  for (const { id } of made('competitors').slice(0, 12)) await pass(page, `/competitors/${id}`)
  for (const view of ['framework', 'special']) await look(page, `/prices?view=${view}`)
  for (const { id } of made('customers')) await look(page, `/accounts/${id}`)
}

/** spendings looks at fees in every state and at promotions. */
async function spendings(page: Page, made: (what: string) => Made[]) {
  for (const state of ['blocked', 'overridden', 'raised', 'settled', 'executed']) for (const { id } of made('fees/' + state).slice(0, 1)) await look(page, `/money/fees/${id}`)
  for (const { id } of [...made('fees').slice(0, 12), ...made('fees/settled').slice(0, 12)]) await pass(page, `/money/fees/${id}`)
  for (const { id } of made('promotions').slice(0, 2)) await look(page, `/money/promotions/${id}`)
  for (const { id } of [...made('promotions').slice(0, 12), ...made('promotions/turned').slice(0, 12)]) await pass(page, `/money/promotions/${id}`)
}

/** debts looks at what customers owe: at every paper, every letter that was written and every order, and at days of years to come. */
async function debts(page: Page, made: (what: string) => Made[]) {
  for (const { id } of made('debtors')) {
    await look(page, `/money?account=${id}`)
    await presses(page, /^全部( |$)/)
    for (const letter of await page.getByRole('button', { name: /^查看函件/ }).all()) {
      await press(page, () => letter.click({ timeout: 2000 }))
      await page.keyboard.press('Escape')
    }
    for (const name of ['催收', '恢复发货']) await open(page, name)
    await look(page, `/accounts/${id}`)
  }
  for (const state of ['held', 'passed', 'released', 'cash', 'closed']) await pass(page, `/money/credit?view=orders&state=${state}`)
  for (const year of [1, 2].map((more) => new Date().getFullYear() + more)) await look(page, `/money/days?year=${year}`)
}

/** prospects looks at leads that are worked on and at dropped ones, what is asked when one is changed, and at wishes. */
async function prospects(page: Page, made: (what: string) => Made[]) {
  for (const { id } of made('leads').slice(0, 1)) for (const name of ['修改', '放弃', '转入培育']) {
    await look(page, `/leads?lead=${id}`)
    await open(page, name)
  }
  for (const { id } of [...made('leads').slice(0, 2 * together.length), ...made('leads/dropped')]) await pass(page, `/leads?lead=${id}`)
  for (const name of [/^记录首次接触/, /^修改/]) {
    await look(page, '/leads/round')
    await open(page, name)
  }
}

/** readers are who looks at what was written, at what, and what he opens there. */
export const readers: Record<string, (page: Page, made: (what: string) => Made[]) => Promise<void>> = {
  async qinlang(page, made) {
    for (const path of plain) await look(page, path)
    for (const { id } of made('accounts').slice(0, 2)) await look(page, `/accounts/${id}`)
    for (const { id } of made('accounts').slice(0, 2 * together.length)) await pass(page, `/accounts/${id}?tab=file`)
    for (const what of ['approvals', 'submissions', 'asked']) for (const { id } of made(what).slice(0, together.length)) await pass(page, `/approvals?id=${id}`)
    await spendings(page, made)
    for (const text of hostile.filter((_, i) => i % 10 === 0)) await search(page, text)
  },
  async shenyan(page, made) {
    const [account] = made('accounts'), [contact] = made('contacts')
    await look(page, '/accounts')
    await presses(page, '视图')
    await look(page, `/accounts/${account?.id}?tab=team.access`)
    await look(page, `/accounts/${account?.id}?tab=contact.relations&people=list&person=${contact?.id}`)
    await presses(page, '查看内容')
    for (const view of ['ranks', 'buying', 'list']) await look(page, `/accounts/${account?.id}?tab=contact.relations&view=${view}&person=${contact?.id}`)
    for (const path of plain.filter((one) => /segment|evaluation|card|upgrade|today|visit|risk|loyalty|maintenance/.test(one))) await look(page, path)
    for (const { id } of [...made('cards'), ...made('climbers')].slice(0, 2)) await look(page, `/accounts/${id}`)
    for (const { id } of made('offered').slice(0, 2)) await look(page, `/accounts/${id}`)
    for (const ends of ['', '/cancelled', '/executed', '/reported']) for (const { id } of made('visits' + ends).slice(0, 2)) await look(page, `/visits/${id}`)
    for (const { id } of made('handovers').slice(0, 2)) await look(page, `/handovers/${id}`)
    await deals(page, made)
    await prospects(page, made)
    await look(page, '/me')
  },
  async songyan(page, made) {
    await look(page, '/data')
    await presses(page, /^(展会|广告|转介绍|[^\s]*<)/)
    for (const { id } of made('imports')) await look(page, `/data/imports/${id}`)
    await look(page, '/data/duplicates')
  },
  async privacy(page, made) {
    await look(page, '/privacy')
    await look(page, '/privacy?state=done')
    for (const { id } of made('requests')) await pass(page, `/privacy?request=${id}`)
    await look(page, '/audit')
  },
  async lushan(page, made) {
    await debts(page, made)
    for (const { id } of made('members').slice(0, 1)) await look(page, `/accounts/${id}`)
    await look(page, '/cards/points')
  },
  async admin(page) {
    await look(page, '/users')
    await press(page, () => page.getByRole('button', { name: /^编辑/ }).nth(3).click({ timeout: 2000 }))
    await look(page, '/approvals?box=mine')
    await look(page, '/audit')
  },
}
