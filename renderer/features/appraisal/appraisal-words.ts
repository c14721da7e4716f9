import type { Outputs } from '../../api/client.ts'

export type Desk = Outputs['appraisal']['desk']
/** The desk of an appraisal that has begun. */
export type BegunDesk = Desk & { appraisal: NonNullable<Desk['appraisal']> }
export type CadreLine = Desk['cadres'][number]
/** A cadre with what the records say of him: for who enters evaluations. */
export type OpenCadre = CadreLine & { facts: NonNullable<CadreLine['facts']> }

export const hasBegun = (desk: Desk): desk is BegunDesk => desk.appraisal !== null
export const isOpen = (line: CadreLine): line is OpenCadre => line.facts !== null

/** What there is to be written of a cadre, in the order of his pack. */
export const tabNames = {
  summary: '个人总结',
  duty: '述职报告',
  negative: '负面清单',
  grade: '等次建议',
  feedback: '反馈与整改'
} as const
export type CadreTab = keyof typeof tabNames
export const tabs = Object.keys(tabNames) as readonly CadreTab[]
export const isTab = (text: string | null): text is CadreTab => text !== null && text in tabNames

/** Which tab fills what is missing; ballots are counted elsewhere. */
const tabOfMissing: Readonly<Record<string, CadreTab>> = {
  个人总结: 'summary',
  述职报告: 'duty',
  负面清单: 'negative',
  建议等次: 'grade',
  反馈: 'feedback'
}

export const isMissingIn = ({ missing }: CadreLine, tab: CadreTab): boolean =>
  missing.some((name) => tabOfMissing[name] === tab)

/** 办公室主任, 书记. */
export const postOf = ({ job, posts }: Pick<CadreLine, 'job' | 'posts'>): string =>
  [job ?? '', posts.join('、')].filter((words) => words !== '').join('，')

/** Month and day of 公示, as far as they are set. */
export function noticeSpan({ noticeFrom, noticeTo }: Pick<BegunDesk['appraisal'], 'noticeFrom' | 'noticeTo'>): string {
  if (noticeFrom === null) return noticeTo === null ? '还没有' : `到 ${noticeTo.slice(5)}`
  return noticeTo === null ? `${noticeFrom.slice(5)} 起` : `${noticeFrom.slice(5)} 至 ${noticeTo.slice(5)}`
}

/** A space between Chinese and digits, as on every screen. */
export const spaced = (text: string): string =>
  text.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ').replace(/(\p{Script=Han})(?=\d)/gu, '$1 ')
