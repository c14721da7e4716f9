import { describe, expect, it } from 'vitest'
import { ballotCopies } from '../../../../shared/features/ballot/ballot-copies.ts'
import { codeSlipsDocument } from '../../../../shared/features/ballot/code-slips-document.ts'
import {
  type CadreBallot,
  cadreBallotDocument,
  type MemberBallot,
  memberBallotDocument
} from '../../../../shared/features/ballot/name-ballot-document.ts'
import { questionBallotDocument } from '../../../../shared/features/ballot/question-ballot-document.ts'
import { formQuestions } from '../../../../shared/features/poll/poll.ts'
import { namesOf } from '../evaluation/evaluation-papers-in-tests.ts'
import { gridsOf, wordsOf } from './paper-texts.ts'

const aBallot = (count: number, part: Partial<MemberBallot> = {}) =>
  memberBallotDocument({
    organisation: '机关第一支部委员会',
    year: 2026,
    names: namesOf(count),
    ratesSelf: false,
    aspects: false,
    size: 'auto',
    date: '2026-12-18',
    ...part
  })

const sheet = (document: ReturnType<typeof aBallot>) => document.blocks[0]

describe('民主评议党员测评表', () => {
  it('asks for one grade of four for each name, and for faults', () => {
    const ballot = aBallot(2)
    expect(gridsOf(ballot)[0]?.slice(0, 2)).toEqual([
      ['1', '方国栋', '□', '□', '□', '□', ''],
      ['2', '周丽华', '□', '□', '□', '□', '']
    ])
    expect(wordsOf(ballot)).toContain('多选或者不选的，该行作废。本人一行不填。本表共2名。')
    expect(wordsOf(aBallot(2, { ratesSelf: true }))).not.toContain('本人一行不填')
  })

  it('has no voter, no number of a ballot, no page number, and no day that could tell one from another', () => {
    const ballot = aBallot(3)
    expect(ballot.pageNumbers).toBe('none')
    for (const word of ['编号', '投票人', '签名', '票号', '日期', '12月']) expect(wordsOf(ballot)).not.toContain(word)
  })

  it('takes the smallest sheet that holds all names', () => {
    const wanted = { 19: 'portrait', 20: 'landscape', 50: 'wide', 100: 'wide' }
    for (const [count, direction] of Object.entries(wanted))
      expect(sheet(aBallot(Number(count)))).toEqual({ kind: 'section', direction })
    for (const count of [19, 20, 50, 75, 100]) expect(gridsOf(aBallot(count))).toHaveLength(1)
    expect(gridsOf(aBallot(120))).toHaveLength(2)
  })

  it('numbers names down one column, then down the next, and leaves nobody out', () => {
    const [grid = []] = gridsOf(aBallot(50))
    expect(grid[0]?.filter((cell) => /^\d+$/.test(cell))).toEqual(['1', '26'])
    for (const count of [1, 19, 21, 47, 73, 99, 120, 230]) {
      const cells = gridsOf(aBallot(count)).flat(2)
      const numbers = cells.filter((cell) => /^\d+$/.test(cell)).map(Number)
      expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at + 1))
    }
  })

  it('adds the six 分项 on a turned sheet', () => {
    const ballot = aBallot(8, { aspects: true, size: 'A4' })
    expect(sheet(ballot)).toEqual({ kind: 'section', direction: 'landscape' })
    expect(gridsOf(ballot)[0]?.[0]?.filter((cell) => cell === '□')).toHaveLength(22)
    expect(wordsOf(ballot)).toContain('联系服务群众')
  })

  it('comes blank without names', () => {
    expect(gridsOf(aBallot(0))[0]?.[18]).toEqual(['19', '', '□', '□', '□', '□', ''])
  })

  it('gives as many copies as asked for, all the same', () => {
    const ballot = aBallot(3)
    const book = ballotCopies(ballot, 15, false)
    expect(book.parts).toHaveLength(15)
    expect(new Set(book.parts)).toEqual(new Set([ballot]))
  })
})

describe('ballots of a poll', () => {
  const cadres: CadreBallot = {
    organisation: '县局党委',
    year: 2026,
    subjects: [{ name: '方国栋', post: '党委委员、副局长' }],
    className: 'A',
    scale: 'cadre',
    ratesSelf: false,
    size: 'auto',
    date: '2026-12-18'
  }

  it('print the class, because classes are counted apart', () => {
    expect(wordsOf(cadreBallotDocument(cadres))).toContain('票类：A')
    expect(wordsOf(cadreBallotDocument({ ...cadres, className: '' }))).not.toContain('票类')
  })

  it('name the grades of their scale', () => {
    expect(wordsOf(cadreBallotDocument(cadres))).toContain('称职\n基本\n称职\n不称职')
  })

  it('ask all questions, an overall grade and opinions, a page for each subject', () => {
    const ballot = questionBallotDocument({
      kind: '述职评议',
      organisation: '县局党委',
      year: 2026,
      className: '上评',
      scale: 'duty',
      questions: formQuestions.述职评议,
      subjects: [
        { name: '周启明', post: '机关第一党支部书记' },
        { name: '林慧', post: null }
      ],
      date: '2026-12-18'
    })
    const [first = []] = gridsOf(ballot)
    expect(gridsOf(ballot)).toHaveLength(2)
    expect(first.map(([one, two]) => two ?? one).slice(0, 7)).toEqual(formQuestions.述职评议)
    expect(first[7]).toEqual(['总体评价', '□', '□', '□', '□'])
    expect(wordsOf(ballot)).toContain('被测评人：周启明（机关第一党支部书记）')
  })
})

describe('投票码条', () => {
  it('carries the code and one line how to use it, in the order given, and nothing else', () => {
    const slips = codeSlipsDocument({ organisation: '县局党委', codes: ['71', '05', '33', '48'], date: '2026-12-18' })
    expect(slips.blocks).toHaveLength(1)
    expect(slips.pageNumbers).toBe('none')
    const use = '凭此码投票，用后作废'
    expect(gridsOf(slips)[0]).toEqual([
      [`71\n${use}`, `05\n${use}`, `33\n${use}`],
      [`48\n${use}`, '', '']
    ])
  })
})
