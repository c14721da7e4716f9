import { describe, expect, it } from 'vitest'
import { voteAlerts } from '../../../../shared/features/alert/vote-alert-rules.ts'
import { voteVerdict } from '../../../../shared/features/meeting/vote-rules.ts'
import { contentsDocument } from '../../../../shared/features/pack/contents-document.ts'
import { belongsToYear } from '../../../../shared/features/pack/pack.ts'
import { usualScheme } from '../../../../shared/features/pack/volume-scheme.ts'
import { aMeeting, anItem, aVote } from '../../../factories/records.ts'
import { plainRules } from '../../../factories/rules.ts'

describe('the year a meeting counts for', () => {
  it('goes by date, for 组织生活会 and 民主评议 by 所属年度', () => {
    expect(belongsToYear({ types: ['党员大会'], date: '2026-01-05', year: 2025 }, 2026)).toBe(true)
    expect(belongsToYear({ types: ['组织生活会'], date: '2026-02-05', year: 2025 }, 2025)).toBe(true)
    expect(belongsToYear({ types: ['民主评议党员'], date: '2026-02-05', year: 2025 }, 2026)).toBe(false)
  })
})

describe('the alert of a vote', () => {
  const counts = { expected: 16, eligible: 16, present: 13, presentEligible: 13 }
  const alerts = (item: ReturnType<typeof anItem>, people = counts) => {
    const meeting = aMeeting({ agenda: [item] })
    return voteAlerts(meeting, [voteVerdict(item, meeting.types, people, plainRules)], 'ZB01', plainRules).map(
      (alert) => `${alert.code} ${alert.rule.id} ${alert.level}`
    )
  }

  it('is raised for a motion not carried, a wrong method and an election without a quorum, and for nothing in order', () => {
    expect(alerts(anItem({ vote: aVote({ method: '举手', yes: 9 }) }))).toEqual([])
    expect(alerts(anItem({ vote: aVote({ method: '举手', yes: 8 }) }))).toEqual(['W09 R1-21 red'])
    expect(alerts(anItem({ kind: '预备党员转正', vote: aVote({ method: '举手', yes: 12 }) }))).toEqual([
      'W09 R1-22 red'
    ])
    expect(alerts(anItem({ kind: '预备党员转正', vote: aVote({ method: '无记名', yes: 12 }) }))).toEqual([])
    const election = anItem({ kind: '选举', vote: aVote({ method: '无记名', yes: 12 }) })
    expect(alerts(election)).toEqual([])
    expect(alerts(election, { ...counts, presentEligible: 12 })).toEqual(['W23 R1-23 red'])
    expect(alerts(anItem())).toEqual([])
  })
})

describe('the table of contents', () => {
  it('numbers its lines and says so when there is nothing', () => {
    const { volumes } = usualScheme
    const lines = [{ volume: '04', number: '001', title: '会议记录', date: '2026-03-05', pages: 2 }]
    const filled = contentsDocument({ organisation: '机关第一党支部', year: 2026, date: '2026-12-31', volumes, lines })
    expect(filled.blocks.at(-1)).toMatchObject({
      kind: 'grid',
      rows: [['1', '04-001', '会议记录', '2026-03-05', '2', '']]
    })
    const empty = contentsDocument({
      organisation: '机关第一党支部',
      year: 2026,
      date: '2026-12-31',
      volumes,
      lines: []
    })
    expect(JSON.stringify(empty)).toContain('没有可以归入的材料')
  })
})
