import type {
  CellContent,
  DocumentModel,
  GridBlock,
  GridColumn,
  ParagraphBlock
} from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import { maskCitizenId } from '../../kernel/citizen-id.ts'
import { type Day, dayOnPaper, partsOf } from '../../kernel/dates.ts'
import { strokeKey } from '../../kernel/names.ts'
import { labelOf, type Organisation } from '../organisation/organisation.ts'
import { postRank } from '../post/post.ts'
import { isAwayOn, type Whereabouts } from '../whereabouts/whereabouts.ts'
import type { PartyMember } from './member-rules.ts'

/** By 姓氏笔画, or by post and then by strokes. */
export type RosterOrder = 'stroke' | 'post'

/** Whether ID numbers stand on the paper: never by itself, masked where asked, whole only where asked for expressly. */
export type ShownCitizenId = 'none' | 'masked' | 'full'

/** One branch of the roster, names in order. `remark` is what stands under 备注. */
export type RosterSection = { organisation: string; people: (PartyMember & { remark: string })[] }

export type RosterPaper = {
  organisation: string
  date: Day
  sections: readonly RosterSection[]
  citizenId: ShownCitizenId
}

/** Puts people in order; keys of names are built once. */
export function inRosterOrder<Person extends { name: string; titles: readonly string[] }>(
  people: readonly Person[],
  order: RosterOrder
): Person[] {
  const keyed = people.map((person) => ({
    person,
    rank: order === 'post' ? postRank(person.titles) : 0,
    key: strokeKey(person.name)
  }))
  return keyed
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ person }) => person)
}

/** The people of each of `branches`, in their order; somebody who only takes part in its life is listed with that remark. */
export function rosterSections(input: {
  branches: readonly Organisation[]
  people: readonly PartyMember[]
  whereabouts: readonly Whereabouts[]
  today: Day
  order: RosterOrder
}): RosterSection[] {
  const { whereabouts, today, order } = input
  const away = new Map(whereabouts.filter((one) => isAwayOn(one, today)).map(({ memberId, kind }) => [memberId, kind]))
  const byBranch = Map.groupBy(input.people, ({ organisationId }) => organisationId)
  const remarkOf = ({ id, own }: PartyMember): string =>
    [own ? '' : '仅参加组织生活', away.get(id) ?? ''].filter((word) => word !== '').join('，')
  return input.branches.map((branch) => ({
    organisation: labelOf(branch),
    people: inRosterOrder(byBranch.get(branch.id) ?? [], order).map((person) => ({
      ...person,
      remark: remarkOf(person)
    }))
  }))
}

/** In two lines, so that the column stays narrow: 1998年 / 6月21日. */
export const dayInTwoLines = (day: Day | null): string => (day === null ? '' : dayOnPaper(day).replace('年', '年\n'))

/** 1976年 / 3月. */
const monthInTwoLines = (day: Day | null): string => {
  if (day === null) return ''
  const { year, month } = partsOf(day)
  return `${year}年\n${month}月`
}

/** Titles by rank, one a line, long ones broken before their last two characters: 组织 / 委员. */
export const titlesInLines = (titles: readonly string[]): string =>
  [...titles]
    .sort((a, b) => postRank([a]) - postRank([b]))
    .map((title) => (title.length > 3 ? `${title.slice(0, -2)}\n${title.slice(-2)}` : title))
    .join('\n')

/** 硕士 / 研究生, 大学 / 本科: broken where the words part. */
const inTwoParts = (education: string | null): string => (education ?? '').replace(/^(..)(.{2,3})$/u, '$1\n$2')

/** 汉族 is 汉 in a column of one character. */
const shortNation = (nation: string | null): string => (nation ?? '').replace(/(?<=.)族$/, '')

const shownId = (citizenId: string | null, shown: ShownCitizenId): string => {
  if (citizenId === null) return ''
  const text = shown === 'full' ? citizenId : maskCitizenId(citizenId)
  return `${text.slice(0, 9)}\n${text.slice(9)}`
}

/**
 * Widths are points of a text 442 wide, where a column of n characters takes 12 n + 8.6: columns are as narrow as their
 * content allows, the rest is for remarks. An ID number takes the place of the remarks.
 */
const rosterColumns = (shown: ShownCitizenId, people: RosterSection['people']): GridColumn[] => {
  const isLong = people.some(({ member }) => (member.education ?? '').length > 4)
  const width = (characters: number): number => 12 * characters + 8.6
  const column = (title: string, characters: number): GridColumn => ({
    title,
    width: width(characters),
    align: 'center'
  })
  const columns = [
    column('序号', people.length > 99 ? 1.5 : 1),
    column('姓名', 3),
    column('性别', 1),
    column('民族', 1),
    column('出生\n年月', 3.3),
    column('学历', isLong && shown === 'none' ? 3 : 2),
    column('入党\n日期', 4),
    column('转正\n日期', 4),
    column('党内\n职务', 3),
    column('类别', 2)
  ]
  const rest = 442 - columns.reduce((sum, one) => sum + one.width, 0)
  return [
    ...columns,
    shown === 'none' ? { title: '备注', width: rest, align: 'left' } : { ...column('身份证号', 4.5), width: rest }
  ]
}

const rosterRow = (person: RosterSection['people'][number], index: number, shown: ShownCitizenId): CellContent[] => {
  const { member } = person
  return [
    `${index + 1}`,
    person.name,
    member.sex,
    shortNation(member.nation),
    monthInTwoLines(member.bornOn),
    inTwoParts(member.education),
    dayInTwoLines(member.joinedOn),
    dayInTwoLines(member.fullOn),
    titlesInLines(person.titles),
    person.category.slice(0, 2),
    shown === 'none' ? person.remark : shownId(member.citizenId, shown)
  ]
}

const isMinority = (nation: string | null): boolean => nation !== null && shortNation(nation) !== '汉'

/** 共18人：正式党员16人，预备党员2人；男10人，女8人；少数民族3人。 */
export function rosterTotals(people: readonly PartyMember[]): string {
  const own = people.filter((person) => person.own)
  const count = (is: (person: PartyMember) => boolean): number => own.filter(is).length
  const minority = count(({ member }) => isMinority(member.nation))
  const guests = people.length - own.length
  const parts = [
    `正式党员${count(({ category }) => category === '正式党员')}人，预备党员${count(({ category }) => category === '预备党员')}人`,
    `男${count(({ member }) => member.sex === '男')}人，女${count(({ member }) => member.sex === '女')}人`,
    ...(minority > 0 ? [`少数民族${minority}人`] : [])
  ]
  return `共${own.length}人：${parts.join('；')}。${guests > 0 ? `另有仅参加组织生活的${guests}人，不计在内。` : ''}`
}

const line = (text: string): ParagraphBlock => ({ kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text }] })

const sectionGrid = ({ people }: RosterSection, shown: ShownCitizenId): GridBlock | ParagraphBlock =>
  people.length === 0
    ? line('没有登记党员。')
    : {
        kind: 'grid',
        columns: rosterColumns(shown, people),
        minLines: 2,
        rows: people.map((person, index) => rosterRow(person, index, shown))
      }

/** 党员名册: each branch under its own heading with its own numbers; one branch alone needs no heading. */
export function rosterDocument({ organisation, date, sections, citizenId }: RosterPaper): DocumentModel {
  const isOne = sections.length === 1
  const everybody = sections.flatMap(({ people }) => people)
  return {
    profile: 'form',
    meta: { title: '党员名册', author: organisation, date },
    blocks: [
      { kind: 'title', lines: ['党员名册'] },
      line(`党组织：${organisation}`),
      line(`统计日期：${dayOnPaper(date)}`),
      ...(sections.length === 0 ? [line('没有登记党支部，也没有登记党员。')] : []),
      ...sections.flatMap((section, index) => [
        ...(isOne
          ? []
          : [{ kind: 'heading' as const, level: 1 as const, text: numbered(1, index + 1, section.organisation) }]),
        sectionGrid(section, citizenId),
        ...(isOne || section.people.length === 0 ? [] : [line(rosterTotals(section.people))])
      ]),
      ...(everybody.length === 0 ? [] : [line(`${isOne ? '' : '总计：'}${rosterTotals(everybody)}`)])
    ]
  }
}
