import { titleLines } from '../../documents/title-lines.ts'
import type { CellContent, DocumentModel } from '../../documents/document-model.ts'

import { headLine, kindOnPaper, type MeetingPaperInput, timeOnPaper } from './meeting-paper-lines.ts'
import type { Attendee } from './meeting-rules.ts'

/** 人员类别 of F9-2, in the order they stand on the sheet. */
const kinds = ['正式', '预备', '列席'] as const
type Kind = (typeof kinds)[number]

const kindOf = ({ category }: Attendee): Kind =>
  category === '正式党员' ? '正式' : category === '预备党员' ? '预备' : '列席'

/** Who may come: the expected, those who only take part in the life of the branch, and those who sit in. */
const mayCome = (person: Attendee): boolean =>
  person.expected || person.why === '列席' || person.why === '仅参加组织生活'

/** 签到表 (rules.md §9.3, F9-2): full members first, in the order of the roll, then probationary ones, then guests. */
export function signInDocument({
  meeting,
  organisation,
  roll,
  counts
}: Omit<MeetingPaperInput, 'verdicts'>): DocumentModel {
  const title = `${kindOnPaper(meeting.types, organisation)}签到表`
  const people = roll.filter(mayCome).map((person) => ({
    name: person.name,
    kind: kindOf(person),
    remark: person.expected || person.why === '列席' ? '' : (person.why ?? '')
  }))
  const guests = meeting.guests.map((name) => ({ name, kind: '列席' as Kind, remark: '' }))
  const sorted = kinds.flatMap((kind) => [...people, ...guests].filter((person) => person.kind === kind))
  return {
    profile: 'form',
    meta: { title, author: organisation.name, subject: meeting.number, date: meeting.date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      headLine('党组织', organisation.name),
      headLine('时间', timeOnPaper(meeting)),
      headLine('地点', meeting.place ?? [{ blankCells: 10 }]),
      {
        kind: 'grid',
        minLines: 1.4,
        columns: [
          { title: '序号', width: 8, align: 'center' },
          { title: '姓名', width: 22, align: 'center' },
          { title: '人员类别', width: 14, align: 'center' },
          { title: '签名', width: 26 },
          { title: '备注', width: 18 }
        ],
        rows: sorted.map(({ name, kind, remark }, index): CellContent[] => [`${index + 1}`, name, kind, '', remark])
      },
      {
        kind: 'paragraph',
        align: 'left',
        indentCells: 0,
        runs: [
          { text: `应到${counts.expected}人\u3000\u3000实到` },
          { blankCells: 4 },
          { text: '人\u3000\u3000缺席' },
          { blankCells: 4 },
          { text: '人' }
        ]
      }
    ]
  }
}
