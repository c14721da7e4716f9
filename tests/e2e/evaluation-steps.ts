import type { Page } from 'playwright/test'
import { blankPerson, blankSpell } from '../../shared/features/member/member.ts'
import { expect } from './fixtures.ts'
import type { Client } from './client.ts'
import { goTo } from './steps.ts'

/** Thirty full members of 青山党支部. */
const names: readonly string[] = [
  ...['赵一诺', '钱二宝', '孙三立', '李四维', '周五行', '吴嘉树', '郑云帆', '王海川', '冯远山', '陈思齐'],
  ...['褚明远', '卫国安', '蒋文静', '沈清和', '韩知行', '杨柳青', '朱子墨', '秦一川', '尤可为', '许多福'],
  ...['何必行', '吕望舒', '施雨桐', '张晓峰', '孔令辉', '曹文轩', '严守一', '金不换', '魏思远', '华山青']
]

/** The branch with its thirty, and one who is on probation. */
export async function makeBranch(client: Client): Promise<void> {
  const [top] = await client.organisation.tree.query()
  const branch = await client.organisation.save.mutate({
    ...{ id: '', code: 'QN01', name: '青山党支部', shortName: null, kind: '党支部', parentId: top?.id ?? null },
    ...{ foundedOn: '2015-01-01', electedOn: '2025-01-10', termYears: 3 },
    ...{ hasCommittee: true, themeDay: null, extendedUntil: null }
  })
  const spell = { ...blankSpell, id: '', organisationId: branch.id, from: '2015-01-01' }
  for (const name of names)
    await client.member.save.mutate({
      ...blankPerson,
      ...{ id: '', name, sex: '男', joinedOn: '2010-06-01', fullOn: '2011-06-01' },
      memberships: [spell]
    })
  await client.member.save.mutate({
    ...blankPerson,
    ...{ id: '', name: '苗新苗', sex: '女', category: '预备党员', joinedOn: '2026-06-01' },
    memberships: [{ ...spell, from: '2026-06-01' }]
  })
}

export async function openBranch(page: Page, branch: string): Promise<void> {
  await goTo(page, '民主评议')
  await page.getByRole('row').filter({ hasText: branch }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '开始评议' })).toBeVisible()
}

/** Those on the ballots, in their order; who is on probation is not among them. */
export async function namesOnBallot(page: Page): Promise<string[]> {
  await expect(page.locator('tr[data-row]')).toHaveCount(names.length + 1)
  const found = await page.locator('tr[data-row]', { hasNotText: '不评等次' }).locator('strong').allTextContents()
  expect(found).toHaveLength(names.length)
  return found
}

/** Goes to a step of the evaluation by the line of steps. */
export async function step(page: Page, name: string): Promise<void> {
  const button = page.getByRole('list', { name: '评议的步骤' }).getByRole('button', { name })
  await button.click()
  await expect(button).toHaveAttribute('aria-current', 'step')
}

/** Types whole ballots by key, as fast as the keys come. */
export async function typeBallots(
  page: Page,
  many: number,
  grade: (ballot: number, name: number) => string
): Promise<void> {
  for (let ballot = 0; ballot < many; ballot += 1) {
    for (let name = 0; name < names.length; name += 1) await page.keyboard.press(grade(ballot, name))
    await page.keyboard.press('Enter')
  }
}
