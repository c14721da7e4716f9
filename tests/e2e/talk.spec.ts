import type { Page } from 'playwright/test'
import { blankPerson, blankSpell } from '../../shared/features/member/member.ts'
import { barriers } from './barriers.ts'
import { type Client, clientOf, headersOf } from './client.ts'
import { expect, refusedRequest, test } from './fixtures.ts'
import { choose, enterOffice, goTo, lockByKey, unlock } from './steps.ts'

const committee = { 赵一诺: '书记', 钱二宝: '副书记', 孙三立: '组织委员', 李四维: '宣传委员', 周五行: '纪检委员' }
const members = [
  ...[
    '吴嘉树',
    '郑云帆',
    '王海川',
    '冯远山',
    '陈思齐',
    '褚明远',
    '卫国安',
    '蒋文静',
    '沈清和',
    '韩知行',
    '杨柳青',
    '朱子墨'
  ],
  ...['秦川', '尤可为', '许多福', '何必行', '吕望舒', '施雨桐', '张晓峰', '孔令辉', '曹文轩', '严守一', '华山青']
]

/** A branch of 28: five on the committee, twenty-three others. */
async function makeBranch(client: Client): Promise<void> {
  const [top] = await client.organisation.tree.query()
  const branch = await client.organisation.save.mutate({
    ...{ id: '', code: 'QN01', name: '青山党支部', shortName: null, kind: '党支部', parentId: top?.id ?? null },
    ...{ foundedOn: '2015-01-01', electedOn: '2025-01-10', termYears: 3 },
    ...{ hasCommittee: true, themeDay: null, extendedUntil: null }
  })
  const posts = new Map<string, string>(Object.entries(committee))
  for (const name of [...posts.keys(), ...members]) {
    const post = posts.get(name)
    const spell = { ...blankSpell, id: '', organisationId: branch.id, from: '2015-01-01' }
    await client.member.save.mutate({
      ...blankPerson,
      ...{ id: '', name, sex: '男', joinedOn: '2010-06-01', fullOn: '2011-06-01' },
      memberships: [{ ...spell, statedPosts: post === undefined ? [] : [post] }]
    })
  }
}

async function openTalks(page: Page, branch: string): Promise<void> {
  await goTo(page, '谈心谈话')
  await page.getByRole('row').filter({ hasText: branch }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: '谁同谁谈过' })).toBeVisible()
}

/** What stands behind the address of a screen. */
const paramsOf = (url: string): URLSearchParams => new URLSearchParams(url.split('?')[1] ?? '')

const openView = (page: Page, name: string): Promise<void> =>
  page.getByRole('radiogroup', { name: '视图' }).getByText(name, { exact: true }).click()

test('a round is planned for a branch of 28, six talks are put down by keyboard, the map fills, and a difficulty is settled', async ({
  page,
  office
}) => {
  test.setTimeout(120_000)
  await enterOffice(page, office)
  const client = await clientOf(page, office)
  await makeBranch(client)
  await openTalks(page, '青山党支部')
  const figure = (name: string) => page.getByRole('region', { name, exact: true })
  await expect(figure('委员之间')).toContainText('差 10 对')
  await expect(figure('委员同党员')).toContainText('差 28 人')
  await expect(figure('党员之间')).toContainText('差 23 人')
  expect(await barriers(page)).toEqual([])

  // A round is put forward, changed, taken, taken back and taken again.
  await openView(page, '谈话计划')
  await page.getByRole('button', { name: '排一轮' }).last().click()
  const lines = page.getByRole('list', { name: '建议的谈话' }).getByRole('listitem')
  await expect(lines).toHaveCount(45)
  await expect(page.getByRole('region', { name: '每人谈几次', exact: true })).toContainText('28 人')
  await lines.first().getByRole('checkbox').uncheck()
  await lines.nth(1).getByRole('button', { name: /^改/ }).click()
  await lines.nth(1).getByLabel('备注').fill('先谈')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '采用 44 次' }).click()
  await expect(page.getByText('44 次，还有 44 次没谈')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('这一年还没有谈话计划')).toBeVisible()
  await page.getByRole('button', { name: '排一轮' }).last().click()
  await page.getByRole('button', { name: '采用 45 次' }).click()
  await expect(page.getByText('45 次，还有 45 次没谈')).toBeVisible()
  expect(await barriers(page)).toEqual([])

  // Six of them one after the other, without the mouse.
  await openView(page, '覆盖表')
  await page.keyboard.press('Alt+2')
  const panel = page.getByRole('complementary', { name: '记谈话' })
  await expect(panel.getByLabel('谈话人', { exact: true })).toBeFocused()
  await page.keyboard.type('zyn')
  await page.keyboard.press('Enter')
  await expect(panel.getByLabel('谈话人', { exact: true })).toHaveValue('赵一诺')
  // The list swallows a Tab that comes before it has gone.
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
  await page.keyboard.press('Tab')
  const partner = panel.getByLabel('谈话对象', { exact: true })
  for (const [initials, name] of [
    ['qeb', '钱二宝'],
    ['wjs', '吴嘉树'],
    ['zyf', '郑云帆'],
    ['whc', '王海川'],
    ['fys', '冯远山']
  ] as const) {
    await expect(partner).toBeFocused()
    await expect(partner).toHaveValue('')
    await page.keyboard.type(initials)
    await page.keyboard.press('Enter')
    await expect(partner).toHaveValue(name)
    await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(`已记赵一诺同${name}`)).toBeVisible()
  }
  await expect(partner).toBeFocused()
  await page.keyboard.type('csq')
  await page.keyboard.press('Enter')
  await panel.getByLabel('需要组织帮助的困难').fill('年底系统维护缺人手')
  await panel.getByRole('button', { name: '加一项要办的事' }).focus()
  await page.keyboard.press('Enter')
  await expect(panel.getByLabel('事项', { exact: true })).toHaveValue('年底系统维护缺人手')
  await panel.getByRole('textbox', { name: '期限' }).fill('2026.12.5')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Control+s')
  const record = page.getByRole('complementary', { name: /^TH2026-\d+ 日常谈心$/ })
  await expect(record.getByLabel('谈话对象', { exact: true })).toHaveValue('陈思齐')
  await expect(record.getByRole('textbox', { name: '期限' })).toHaveValue('2026-12-05')
  expect(await barriers(page)).toEqual([])

  // The paper of the record, and back.
  await record.getByRole('button', { name: '预览记录表' }).click()
  await expect(page.getByRole('img', { name: /第 1 页：.*谈心谈话记录表/ })).toBeVisible()
  await page.getByRole('button', { name: '返回', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(record).toBeHidden()

  // The map has filled.
  await expect(figure('委员之间')).toContainText('1 / 10 对')
  await expect(figure('委员同党员')).toContainText('7 / 28 人')
  const cell = page.getByRole('gridcell', { name: '吴嘉树，赵一诺，11-21' })
  await cell.focus()
  await page.keyboard.press('ArrowDown')
  await expect(cell).not.toBeFocused()
  await page.keyboard.type('csq')
  const last = page.getByRole('gridcell', { name: '陈思齐，赵一诺，11-21' })
  await expect(last).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(record.getByLabel('需要组织帮助的困难')).toHaveValue('年底系统维护缺人手')
  await page.keyboard.press('Escape')
  await expect(last).toBeFocused()
  await openView(page, '谈话计划')
  await expect(page.getByText('已谈', { exact: true }).first()).toBeVisible()

  // What came of the difficulty.
  await openView(page, '谈话记录')
  const todo = page.getByRole('region', { name: '要办的事' })
  await expect(todo).toContainText('年底系统维护缺人手')
  await expect(page.getByRole('row').filter({ hasText: '陈思齐' })).toContainText('未办 1')
  expect(await barriers(page)).toEqual([])
  await todo.getByRole('button', { name: /^办结/ }).click()
  await page.keyboard.type('从信息中心借调一人')
  await page.keyboard.press('Enter')
  await expect(todo).toContainText('谈话里说要办的都办了')
  await expect(page.getByRole('row').filter({ hasText: '陈思齐' })).not.toContainText('未办')

  // Figures and the coverage paper.
  await openView(page, '统计')
  await expect(page.getByRole('heading', { name: '2026 年度谈话 6 次' })).toBeVisible()
  await expect(page.getByText('办结 1 项')).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '预览覆盖情况' }).click()
  await expect(page.getByRole('img', { name: /第 1 页：.*覆盖情况/ })).toBeVisible()
})

test('a talk is deleted and comes back, an event asks for one, and what clashes is said at its field', async ({
  page,
  office
}) => {
  await enterOffice(page, office)
  await openTalks(page, '机关第一党支部')
  const due = page.getByRole('region', { name: '该谈的人' })
  await due.getByRole('button', { name: '加事由' }).click()
  await expect(page.getByLabel('谁', { exact: true })).toBeFocused()
  await page.keyboard.type('zht')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: '日期' }).fill('2026-11-20')
  await page.getByRole('button', { name: '记下事由' }).click()
  const line = due.getByRole('listitem').filter({ hasText: '赵海涛' }).filter({ hasText: '必谈' })
  await expect(line).toBeVisible()
  await line.getByRole('button', { name: '已不需要' }).click()
  await expect(line).toBeHidden()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(line).toBeVisible()

  await line.getByRole('button', { name: '记谈话，赵海涛' }).click()
  const panel = page.getByRole('complementary', { name: '记谈话' })
  await expect(panel.getByLabel('谈话对象', { exact: true })).toHaveValue('赵海涛')
  await expect(panel).toContainText('关怀谈话')
  await expect(panel).toContainText('二级，双方和书记可看')
  await page.keyboard.type('赵海涛')
  await page.keyboard.press('Control+s')
  await expect(panel.getByRole('alert')).toContainText('应是两个人')
  await panel.getByLabel('谈话人', { exact: true }).fill('林慧')
  await panel.getByRole('textbox', { name: '日期', exact: true }).fill('2026-10-20')
  await page.keyboard.press('Control+s')
  const record = page.getByRole('complementary', { name: /^TH2026-\d+ 关怀谈话$/ })
  await expect(record).toContainText('晚于谈话后第')
  await record.getByRole('button', { name: '删除这次谈话' }).click()
  await expect(page.getByText('已删除林慧同赵海涛 10 月 20 日的谈话')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(record.getByLabel('谈话人', { exact: true })).toHaveValue('林慧')
})

const first = '管理员先给的口令2026'
const own = '自己换的一句话2026'

async function addAccount(page: Page, name: string, role: string): Promise<void> {
  await page.getByRole('button', { name: '添加使用人' }).first().click()
  const form = page.getByRole('complementary', { name: '使用人' })
  await form.getByLabel('姓名').fill(name)
  for (const held of await form.getByRole('checkbox', { checked: true }).all()) await held.uncheck()
  await form.getByRole('checkbox', { name: role, exact: true }).check()
  await form.getByLabel('初始口令').fill(first)
  await form.getByLabel('再输一遍').fill(first)
  await form.getByRole('button', { name: '添加使用人' }).click()
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('等本人改口令')
}

/** Leaves the office to another account, who changes the password he was given. */
async function handOver(page: Page, name: string): Promise<void> {
  await lockByKey(page)
  await choose(page.getByLabel('使用人', { exact: true }), name)
  await unlock(page, first)
  await page.getByLabel('现在的口令').fill(first)
  await page.getByLabel('新口令', { exact: true }).fill(own)
  await page.getByLabel('新口令再输一遍').fill(own)
  await page.getByRole('button', { name: '修改口令' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

test('L2 and L3 talks are refused to a clerk by their address, nothing of L3 is kept as a draft, and the log shows it', async ({
  page,
  office,
  complaints
}) => {
  test.setTimeout(120_000)
  complaints.allow(refusedRequest(403))
  await enterOffice(page, office)
  await goTo(page, '设置')
  await page.getByRole('link', { name: '使用人' }).click()
  await expect(page.getByRole('table').first()).toContainText('管理员')
  await addAccount(page, '孙书记', '书记')
  await addAccount(page, '王干事', '党务干事')

  await handOver(page, '孙书记')
  const client = await clientOf(page, office)
  await client.seal.setUp.mutate({ password: '三级另用的一句话2026' })
  await client.seal.open.mutate({ password: '三级另用的一句话2026' })
  await openTalks(page, '机关第一党支部')
  await page.getByRole('gridcell', { name: /^吕志强，林慧，/ }).focus()
  await page.keyboard.press('n')
  const panel = page.getByRole('complementary', { name: '记谈话' })
  await expect(panel.getByLabel('谈话对象', { exact: true })).toHaveValue('吕志强')
  const beside = paramsOf(page.url())
  const draft = { name: `talk ${beside.get('organisation')} ${beside.get('talker')} ${beside.get('partner')}` }
  const kept = async (): Promise<string> => (await client.draft.read.query(draft))?.value ?? ''
  await panel.getByLabel('思想').fill('不能留下的话')
  await expect(panel).toContainText('草稿自动保存')
  await expect.poll(kept).toContain('不能留下的话')
  await choose(panel.getByLabel('密级'), '三级，书记凭 L3 口令可看')
  await expect(panel).toContainText('三级谈话用 L3 口令加封')
  await expect.poll(kept).toBe('')
  await panel.getByLabel('工作').fill('也不能留下')
  await page.keyboard.press('Escape')
  await expect(page.getByText('三级谈话还没保存')).toBeVisible()
  await page.getByRole('button', { name: '回去保存' }).click()
  // Whichever way it would leave the screen: another cell, a new talk, a print, another screen; another view keeps it.
  const question = page.getByRole('dialog', { name: '三级谈话还没保存' })
  const cell = page.getByRole('gridcell', { name: /^杨帆，林慧，/ })
  for (const leave of [
    () => cell.press('n'),
    () => page.keyboard.press('Alt+2'),
    () => page.getByRole('button', { name: '打印', exact: true }).click(),
    () => page.getByRole('navigation', { name: '主菜单' }).getByTitle('任务').click()
  ]) {
    await leave()
    await page.getByRole('button', { name: '回去保存' }).click()
    await expect(question).toBeHidden()
    await expect(panel.getByLabel('工作')).toHaveValue('也不能留下')
  }
  await openView(page, '统计')
  await openView(page, '覆盖表')
  // The minutes of the L3 password are over before it is saved, and again in the record: what is typed waits behind the gate.
  const passGate = async (): Promise<void> => {
    await page.getByLabel('L3 口令').fill('三级另用的一句话2026')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('L3 口令')).toBeHidden()
  }
  await client.seal.close.mutate()
  await panel.getByLabel('工作').press('Control+s')
  await passGate()
  await expect(panel.getByLabel('工作')).toHaveValue('也不能留下')
  await page.keyboard.press('Control+s')
  const record = page.getByRole('complementary', { name: /^TH2026-/ })
  await expect(record).toBeVisible()
  const sealed = page.url()
  await record.getByLabel('学习').fill('写到一半')
  await client.seal.close.mutate()
  await record.getByLabel('学习').press('Control+s')
  await expect(page.getByLabel('L3 口令')).toBeFocused()
  await expect(record.getByLabel('学习')).toBeHidden()
  await page.keyboard.press('Control+s')
  await passGate()
  await expect(record.getByLabel('学习')).toHaveValue('写到一半')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '不保存，离开' }).click()
  await expect(record).toBeHidden()
  await page.goto(sealed)
  await expect(record.getByLabel('工作')).toHaveValue('也不能留下')
  await expect(record.getByLabel('学习')).toHaveValue('')
  expect(await kept()).toBe('')
  // The next one of the round keeps the talker; a cell begins with its own people and the usual level.
  await page.keyboard.press('Control+Enter')
  await expect(panel.getByLabel('谈话人', { exact: true })).toHaveValue('林慧')
  await expect(panel.getByLabel('谈话对象', { exact: true })).toHaveValue('')
  await expect(panel).toContainText('三级谈话用 L3 口令加封')
  await cell.press('n')
  await expect(panel.getByLabel('谈话对象', { exact: true })).toHaveValue('杨帆')
  await expect(panel).not.toContainText('三级谈话用 L3 口令加封')
  await choose(panel.getByLabel('类型'), '关怀谈话')
  await expect(panel).toContainText('二级，双方和书记可看')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('complementary', { name: /关怀谈话$/ })).toBeVisible()
  const guarded = page.url()

  await handOver(page, '王干事')
  const headers = await headersOf(page)
  for (const [address, level] of [
    [sealed, 'L3'],
    [guarded, 'L2']
  ] as const) {
    await page.goto(address)
    await expect(page.getByRole('complementary', { name: '谈话' })).toContainText(
      `这是 ${level} 级谈话，您的角色看不到它的内容`
    )
    const id = paramsOf(address).get('id')
    const paper = await fetch(`${office.origin}/documents/talk/record/${id}/record.pdf`, { headers })
    expect(paper.status).toBe(403)
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('gridcell', { name: '吕志强，林慧，已谈' })).toBeVisible()
  await openView(page, '谈话记录')
  await expect(page.getByText(/^另有 \d+ 次谈话，内容不归您看。$/)).toBeVisible()

  await lockByKey(page)
  await choose(page.getByLabel('使用人', { exact: true }), '林慧，组织委员')
  await unlock(page)
  await goTo(page, '设置')
  await page.getByRole('link', { name: '审计记录' }).click()
  await expect(page.getByRole('row', { name: /王干事.*谈心谈话 查看内容.*没有权限，已拒绝/ })).not.toHaveCount(0)

  // Who may read it is asked for the L3 password first.
  await lockByKey(page)
  await choose(page.getByLabel('使用人', { exact: true }), '孙书记')
  await unlock(page, own)
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
  await page.goto(sealed)
  await page.getByLabel('L3 口令').fill('三级另用的一句话2026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: /^TH2026-/ }).getByLabel('工作')).toHaveValue('也不能留下')
})
