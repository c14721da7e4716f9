import { describe, expect, it } from 'vitest'
import { vacancyAlerts } from '../../../../shared/features/alert/vacancy-alert-rules.ts'
import { postsWhileThere, vacanciesAmong } from '../../../../shared/features/checklist/committee-rules.ts'
import { aMember, aMembership, aPost } from '../../../factories/records.ts'
import { plainRules } from '../../../factories/rules.ts'

type Since = { title: '书记' | '委员'; since: string | null }
const found = (today: string, ...vacancies: Since[]) => vacancyAlerts('ZB01', vacancies, { today, rules: plainRules })
const said = (today: string, ...vacancies: Since[]) =>
  found(today, ...vacancies).map(({ subject, level, due, rule }) => `${subject} ${level} ${due} ${rule.id}`)

describe('W22', () => {
  const secretary: Since = { title: '书记', since: '2026-03-31' }
  it.each([
    ['2026-03-30', []],
    ['2026-03-31', ['书记空缺 blue 2026-06-29 R2-06']],
    ['2026-05-30', ['书记空缺 blue 2026-06-29 R2-06']],
    ['2026-05-31', ['书记空缺 yellow 2026-06-29 R2-06']],
    ['2026-06-29', ['书记空缺 yellow 2026-06-29 R2-06']],
    ['2026-06-30', ['书记空缺 red 2026-06-29 R2-06']]
  ])('of a 书记 who left on 30 March on %s is %j', (day, alerts) => {
    expect(said(day, secretary)).toEqual(alerts)
  })

  it('tells of 委员 in one line, by the one that is empty longest', () => {
    const seats: Since[] = [
      { title: '委员', since: '2026-05-01' },
      { title: '委员', since: '2026-02-01' }
    ]
    expect(found('2026-04-01', ...seats)).toMatchObject([
      {
        ...{ subject: '委员空缺', level: 'yellow', rule: { id: 'R1-06' } },
        message: '委员 2 名，最早的自 2026-02-01 起空缺，已满 2 个月；应及时补选，已经任职的请补录。'
      }
    ])
  })

  it('says nothing of a seat that nobody is known to have held', () => {
    expect(said('2026-06-30', { title: '书记', since: null })).toEqual([])
  })
})

describe('vacancies', () => {
  const rules = plainRules
  const gone = aPost('m1', '书记', { to: '2026-03-30' })
  const [two, three] = [aPost('m2', '组织委员'), aPost('m3', '宣传委员', { to: '2026-04-30' })]

  it('are of a 书记 everywhere, of 委员 from seven 正式党员 on', () => {
    const seats = { posts: [gone, two, three], seated: [['组织委员']], hasCommittee: null, day: '2026-06-01', rules }
    expect(vacanciesAmong({ ...seats, full: 6 })).toEqual([{ title: '书记', since: '2026-03-31' }])
    expect(vacanciesAmong({ ...seats, full: 7 })).toEqual([
      { title: '书记', since: '2026-03-31' },
      { title: '委员', since: '2026-05-01' }
    ])
  })

  it('begin on the day after the holder left, where nobody ended the post', () => {
    const left = aMember('m1', { memberships: [aMembership({ to: '2026-02-10' })] })
    const [post] = postsWhileThere([aPost('m1', '书记')], [left], ['zb'])
    expect(post?.to).toBe('2026-02-10')
    expect(postsWhileThere([gone], [aMember('m1')], ['zb'])).toEqual([gone])
    // Somebody from elsewhere, sent as 书记.
    const elsewhere = aMember('m1', { memberships: [aMembership({ organisationId: 'other', to: '2026-02-10' })] })
    expect(postsWhileThere([gone], [elsewhere], ['zb'])).toEqual([gone])
  })
})
