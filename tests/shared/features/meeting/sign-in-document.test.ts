import { describe, expect, it } from 'vitest'
import { signInDocument } from '../../../../shared/features/meeting/sign-in-document.ts'
import { aMeeting, aMember, aMembership, aRoster, manyMembers } from '../../../factories/records.ts'
import { judged, linesOf } from './paper-text.ts'

const rowsOf = (document: ReturnType<typeof signInDocument>) =>
  document.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []))

describe('签到表', () => {
  const roster = aRoster([
    aMember('j', { name: '积极分子甲', category: '入党积极分子' }),
    aMember('y', { name: '王晓峰', category: '预备党员', joinedOn: '2026-01-01' }),
    ...manyMembers(2),
    aMember('l', { name: '流动党员', memberships: [aMembership({ affiliation: '仅参加组织生活' })] }),
    aMember('t', { name: '停止党籍者', standing: '停止党籍' })
  ])
  const document = signInDocument(judged(aMeeting({ guests: ['李建国'] }), roster))

  it('is headed by what, when and where', () => {
    expect(linesOf(document).slice(0, 4)).toEqual([
      '支部党员大会签到表',
      '党组织：中共云溪县烟草专卖局机关第一支部委员会',
      '时　间：2026年11月20日14:30—16:10',
      '地　点：四楼党员活动室'
    ])
  })

  it('lists full members first, then probationary ones, then those who sit in', () => {
    expect(rowsOf(document)).toEqual([
      ['1', '党员01', '正式', '', ''],
      ['2', '党员02', '正式', '', ''],
      ['3', '流动党员', '正式', '', '仅参加组织生活'],
      ['4', '王晓峰', '预备', '', ''],
      ['5', '积极分子甲', '列席', '', ''],
      ['6', '李建国', '列席', '', '']
    ])
  })

  it('states the expected and leaves the rest to be filled in', () => {
    expect(linesOf(document).at(-1)).toBe('应到3人　　实到____人　　缺席____人')
  })

  it('says nothing of why somebody has no vote', () => {
    const suspended = aRoster(manyMembers(1), {
      suspensions: [
        { id: 's', memberId: '01', organisationId: 'zb', kind: '留党察看', from: '2026-01-01', to: null, basis: null }
      ]
    })
    expect(JSON.stringify(signInDocument(judged(aMeeting(), suspended)))).not.toContain('留党察看')
  })
})
