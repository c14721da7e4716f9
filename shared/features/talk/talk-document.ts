import type { DocumentModel, GridCell } from '../../documents/document-model.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import type { Organisation } from '../organisation/organisation.ts'
import type { Talk } from './talk.ts'
import {
  afterRows,
  factRow,
  followUpRows,
  type Form,
  formOf,
  formTable,
  headFacts,
  headLine,
  internalLine,
  isAdmission,
  pointRows,
  signatures
} from './talk-form.ts'
import { type TalkKind, talkKindName, type TalkLevel } from './talk-kinds.ts'

/**
 * A talk with what its record says beside it: the talker's 党内职务 and the partner's 身份 on the day. `lateOn` is the day it
 * was put down where that was late, `appliedOn` the day of the 入党申请, for a 入党谈话 only.
 */
export type TalkPaper = {
  talk: Talk
  organisation: Pick<Organisation, 'name'>
  talkerPosts: readonly string[]
  partnerStatus: string | null
  lateOn: Day | null
  appliedOn: Day | null
}

const levelOnPaper: Record<TalkLevel, string> = { L1: '一级', L2: '二级', L3: '三级' }

const timeOnPaper = ({ start, end }: Talk): string => [start, end].filter((time) => time !== null).join('—')

const headRows = (form: Form, { talk, organisation, lateOn }: TalkPaper): GridCell[][] => [
  headFacts(['党组织', organisation.name]),
  headFacts(
    [lateOn === null ? '日期' : '发生日期', dayOnPaper(talk.date)],
    ['谈话人', talk.talker.name],
    [form.partner, talk.partner.name]
  )
]

function factRows(form: Form, { talk, talkerPosts, partnerStatus, appliedOn, lateOn }: TalkPaper): GridCell[][] {
  const { contents } = talk
  const applied = appliedOn === null ? '' : dayOnPaper(appliedOn)
  return [
    ...(lateOn === null ? [] : [factRow(['补记日期', dayOnPaper(lateOn)])]),
    factRow(['谈话类型', talkKindName(talk.kind)], ['事由', contents.reason ?? '']),
    factRow(
      ['党内职务', talkerPosts.join('、')],
      [form.status, isAdmission(form) ? applied : (partnerStatus ?? '')],
      ['记录人', contents.recorder?.name ?? '']
    ),
    factRow(['地点', contents.place ?? ''], ['起止时间', timeOnPaper(talk)], ['方式', contents.way ?? ''])
  ]
}

/** 谈心谈话记录表 in full (rules.md §5.2, F5-1), or 入党谈话记录. What nobody wrote keeps a line to write by hand. */
export function talkDocument(paper: TalkPaper): DocumentModel {
  const { talk, organisation } = paper
  const form = formOf(talk.kind)
  return {
    profile: 'form',
    meta: { title: form.title, author: organisation.name, subject: talk.number, date: talk.date },
    blocks: [
      headLine({ text: levelOnPaper[talk.level] }, [{ text: `${talk.year}年` }], { text: talk.number }),
      { kind: 'title', lines: [form.title] },
      formTable(
        headRows(form, paper),
        [
          ...factRows(form, paper),
          ...pointRows(form, talk.contents.points),
          ...afterRows(form, talk.contents),
          ...followUpRows(talk.contents.followUps, 1)
        ],
        1
      ),
      signatures(form)
    ]
  }
}

/** Heights to write by hand, in lines of table text. */
const roomy = { fact: 1.6, point: 3, after: 5, followUps: 4 }

/** Either form to fill in by hand, on the front and the back of a sheet; `kind` null leaves the kind open too. */
export function blankTalkDocument(
  kind: TalkKind | null,
  organisation: Pick<Organisation, 'name'>,
  today: Day
): DocumentModel {
  const form = formOf(kind)
  const facts = [
    factRow(['党组织', organisation.name]),
    factRow(['日期', ''], ['谈话人', ''], [form.partner, '']),
    factRow(['谈话类型', kind === null ? '' : talkKindName(kind)], ['事由', '']),
    factRow(['党内职务', ''], [form.status, ''], ['记录人', '']),
    factRow(['地点', ''], ['起止时间', ''], ['方式', ''])
  ]
  return {
    profile: 'form',
    meta: { title: `${form.title}（空白表）`, author: organisation.name, date: today },
    blocks: [
      headLine({ blankCells: 3 }, [{ blankCells: 3 }, { text: '年' }], { blankCells: 6 }),
      { kind: 'title', lines: [form.title] },
      formTable([], [...facts, ...pointRows(form, null, roomy.point)], roomy.fact),
      { kind: 'pageBreak' },
      internalLine(),
      formTable([], [...afterRows(form, null, roomy.after), ...followUpRows([], roomy.followUps)], roomy.fact),
      signatures(form)
    ]
  }
}
