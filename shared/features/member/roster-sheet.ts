import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { maskCitizenId } from '../../kernel/citizen-id.ts'
import type { Day } from '../../kernel/dates.ts'
import type { RosterPaper, ShownCitizenId } from './roster-document.ts'

const dayCell = (day: Day | null): RawCell => (day === null ? null : { day, time: null })

const idCell = (citizenId: string | null, shown: ShownCitizenId): RawCell =>
  citizenId === null ? null : shown === 'full' ? citizenId : maskCitizenId(citizenId)

/** 党员名册 as a sheet: the rows of the paper under one head, with the branch in a column of its own. */
export function rosterSheet({ sections, citizenId }: RosterPaper): SheetOut {
  const withId = citizenId !== 'none'
  return {
    name: '党员名册',
    columns: [
      { header: '序号', width: 8 },
      { header: '所在党支部', width: 24 },
      { header: '姓名', width: 12 },
      { header: '性别', width: 8 },
      { header: '民族', width: 10 },
      { header: '出生日期', width: 14 },
      { header: '学历', width: 14 },
      { header: '入党日期', width: 14 },
      { header: '转正日期', width: 14 },
      { header: '党内职务', width: 18 },
      { header: '人员类别', width: 12 },
      ...(withId ? [{ header: '身份证号', width: 22, text: true }] : []),
      { header: '备注', width: 20 }
    ],
    rows: sections.flatMap(({ organisation, people }) =>
      people.map(({ name, category, titles, remark, member }, index): RawCell[] => [
        index + 1,
        organisation,
        name,
        member.sex,
        member.nation,
        dayCell(member.bornOn),
        member.education,
        dayCell(member.joinedOn),
        dayCell(member.fullOn),
        titles.join('、'),
        category,
        ...(withId ? [idCell(member.citizenId, citizenId)] : []),
        remark
      ])
    )
  }
}
