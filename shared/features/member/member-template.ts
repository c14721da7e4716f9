import type { TemplateData, TemplateField, TemplateKind } from '../../documents/template.ts'
import { maskCitizenId } from '../../kernel/citizen-id.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { type MemberRecordInput, recordFacts, recordLines } from './member-record-document.ts'
import type { RosterPaper } from './roster-document.ts'

const named = (...names: readonly string[]): TemplateField[] => names.map((name) => ({ name, says: name }))

const recordKind: TemplateKind = {
  kind: 'member.record',
  title: '党员信息表',
  fields: [
    ...named('姓名', '性别', '人员类别', '民族'),
    { name: '出生日期', says: '如1980年5月6日' },
    ...named('学历', '学位', '手机号码', '固定电话', '党籍状态', '入党日期', '转正日期'),
    { name: '身份证号', says: '打印时选了完整的才完整，否则遮住出生日期' },
    ...named('党内职务', '所在支部', '党小组', '工作单位及职务', '家庭住址'),
    { name: '流动失联', says: '当天的流动、失联情况' },
    ...named('奖惩情况', '困难情况', '备注'),
    { name: '填表日期', says: '打印当天' }
  ],
  tables: [
    {
      name: '经历',
      says: '每段组织关系和任职一行',
      fields: [
        { name: '起', says: '开始日期' },
        { name: '止', says: '结束日期，没有结束的写至今' },
        { name: '党组织', says: '所在党组织' },
        { name: '事项', says: '组织关系或职务' }
      ]
    }
  ]
}

const rosterKind: TemplateKind = {
  kind: 'organisation.roster',
  title: '党员名册',
  fields: [
    { name: '党组织', says: '党组织全称' },
    { name: '统计日期', says: '打印当天' },
    { name: '党员人数', says: '名册上的人数' }
  ],
  tables: [
    {
      name: '党员',
      says: '每人一行，按打印时选的顺序',
      fields: [
        { name: '序号', says: '在本支部里从1起' },
        ...named(
          '所在支部',
          '姓名',
          '性别',
          '民族',
          '出生日期',
          '学历',
          '入党日期',
          '转正日期',
          '党内职务',
          '人员类别'
        ),
        { name: '身份证号', says: '按打印时的选择，不印时是空的' },
        ...named('手机号码', '工作单位及职务'),
        { name: '备注', says: '仅参加组织生活、流动、失联' }
      ]
    }
  ]
}

/** What a unit's own template of 党员信息表 and 党员名册 may ask for. */
export const memberTemplateKinds: readonly TemplateKind[] = [recordKind, rosterKind]

const onPaper = (day: Day | null): string => (day === null ? '' : dayOnPaper(day))

/** The values of one person for a template of 党员信息表. */
export const memberTemplateData = (input: MemberRecordInput): TemplateData => ({
  fields: { ...recordFacts(input), 填表日期: dayOnPaper(input.today) },
  tables: {
    经历: recordLines(input).map(({ from, to, organisation, matter }) => ({
      起: onPaper(from),
      止: to === null ? '至今' : onPaper(to),
      党组织: organisation,
      事项: matter
    }))
  }
})

/** The values of a roster for a template of 党员名册. */
export const rosterTemplateData = ({ organisation, date, sections, citizenId }: RosterPaper): TemplateData => ({
  fields: {
    党组织: organisation,
    统计日期: dayOnPaper(date),
    党员人数: `${sections.reduce((sum, { people }) => sum + people.length, 0)}`
  },
  tables: {
    党员: sections.flatMap((section) =>
      section.people.map(({ name, category, titles, remark, member }, index) => ({
        序号: `${index + 1}`,
        所在支部: section.organisation,
        姓名: name,
        性别: member.sex,
        民族: member.nation ?? '',
        出生日期: onPaper(member.bornOn),
        学历: member.education ?? '',
        入党日期: onPaper(member.joinedOn),
        转正日期: onPaper(member.fullOn),
        党内职务: titles.join('、'),
        人员类别: category,
        身份证号:
          citizenId === 'none' || member.citizenId === null
            ? ''
            : citizenId === 'full'
              ? member.citizenId
              : maskCitizenId(member.citizenId),
        手机号码: member.phone ?? '',
        工作单位及职务: member.job ?? '',
        备注: remark
      }))
    )
  }
})
