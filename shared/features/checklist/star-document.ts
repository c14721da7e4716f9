import type { Block, DocumentModel, GridCell } from '../../documents/document-model.ts'
import { plainLine } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import type { StarStep } from './checklist.ts'
import { starName } from './comparison-document.ts'
import { type ChecklistPaper, onPaper } from './self-check-document.ts'
import { type StarRating, strongLines, strongUntil } from './star-rules.ts'

/** A branch as it is rated: `total` with two digits. */
export type StarBranch = { name: string; total: string; rating: StarRating }

/** `organisation` is who recognises; `date` the day of it, `steps` what each star asks for. */
export type StarPaper = ChecklistPaper & { branches: readonly StarBranch[]; steps: readonly StarStep[] }

/** A branch looked at for 四强: `standardTotal` of the standard list; `lacks` empty where it is recognised. */
export type StrongBranch = { name: string; total: string; standardTotal: string; lacks: readonly string[] }

export type StrongPaper = ChecklistPaper & { branches: readonly StrongBranch[] }

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })

const addressed = (name: string): Block => ({ kind: 'paragraph', indentCells: 0, runs: [{ text: `${name}：` }] })

/** What it is about, as high as a title, with white above and below it. */
const award = (text: string): Block[] => {
  const empty: Block = { kind: 'paragraph', indentCells: 0, runs: [{ text: '\u3000' }] }
  return [
    empty,
    { kind: 'paragraph', align: 'center', indentCells: 0, runs: [{ text, font: 'title', large: true }] },
    empty
  ]
}

/** The certificates of one kind, each on a turned sheet of its own, without numbers of pages. */
const certificates = (
  { organisation, year, list, date }: ChecklistPaper,
  title: string,
  sheets: readonly (readonly Block[])[]
): DocumentModel => ({
  profile: 'gb9704',
  meta: { title: `${year}年度${title}`, author: organisation, subject: list, date },
  pageNumbers: 'none',
  blocks: [
    { kind: 'section', direction: 'landscape' },
    ...sheets.flatMap((blocks, index): Block[] => [
      ...(index === 0 ? [] : [{ kind: 'pageBreak' as const }]),
      { kind: 'title', lines: [title] },
      ...blocks,
      { kind: 'signOff', issuer: organisation, date: dayOnPaper(date), sealed: true }
    ])
  ]
})

/** What a star asks for; of one branch alone no share is asked. */
function stepWords({ points, share }: StarStep, of: number): string {
  const within = share === null || of < 2 ? '' : `，名次在前${share}%以内`
  return `总分${points}分以上${within}`
}

/** 星级认定书, one for each branch that has stars. With none it says so, so that there is a page. */
export function starDocument(paper: StarPaper): DocumentModel {
  const { branches, steps, year, list } = paper
  const sheets = branches.flatMap(({ name, total, rating: { stars, rank } }): Block[][] => {
    if (stars === 0) return []
    const step = steps.find((one) => one.stars === stars)
    const place = branches.length < 2 ? '' : `，在${branches.length}个党支部中列第${rank}名`
    const basis = step === undefined ? '' : `认定标准：${stepWords(step, branches.length)}，名额有小数的进一位。`
    return [
      [
        addressed(name),
        paragraph(`按照《${onPaper(list)}》考评，你支部${year}年度得${total}分${place}，没有一票否决情形，现认定为`),
        ...award(`${starName(stars)}党支部`),
        ...(basis === '' ? [] : [paragraph(basis)])
      ]
    ]
  })
  return certificates(
    paper,
    '党支部星级认定书',
    sheets.length === 0 ? [[paragraph('没有够星级标准的党支部。')]] : sheets
  )
}

/** “四强”党支部认定书, one for each branch that is recognised; it says until when it holds. */
export function strongDocument(paper: StrongPaper): DocumentModel {
  const { branches, year, list, date } = paper
  const sheets = branches
    .filter(({ lacks }) => lacks.length === 0)
    .map(({ name, total, standardTotal }): Block[] => [
      addressed(name),
      paragraph(
        `按照《${onPaper(list)}》考评，你支部${year}年度得${total}分，标准化规范化清单得${standardTotal}分，没有一票否决情形，现认定为`
      ),
      ...award('“四强”党支部'),
      paragraph(
        `认定标准：总分${strongLines.total}分以上，每个方面得分率${strongLines.areaPercent}%以上，标准化规范化清单${strongLines.standard}分以上，没有一票否决情形。有效期到${dayOnPaper(strongUntil(date))}，出现否决情形即撤销。`
      )
    ])
  return certificates(
    paper,
    '“四强”党支部认定书',
    sheets.length === 0 ? [[paragraph('没有够认定标准的党支部。')]] : sheets
  )
}

const sealed = (date: Day): Block => ({
  kind: 'signature',
  rows: [[{ label: '负责人（签名）：', cells: 6 }]],
  date: `（认定单位盖章）\u3000${dayOnPaper(date)}`
})

/** How many branches have how many stars, the most first. */
function starCounts(branches: readonly StarBranch[]): string {
  const counts = [5, 4, 3, 2, 1].flatMap((stars) => {
    const count = branches.filter(({ rating }) => rating.stars === stars).length
    return count === 0 ? [] : [`${starName(stars)}${count}个`]
  })
  const none = branches.filter(({ rating }) => rating.stars === 0).length
  return [...counts, ...(none === 0 ? [] : [`不定级${none}个`])].join('，')
}

/** 星级认定表 of all branches of an office, by rank, with the sentence each rating rests on. */
export function starListDocument({ organisation, year, list, date, branches, steps }: StarPaper): DocumentModel {
  const title = `${year}年度党支部星级认定表`
  const ranked = [...branches].sort((one, other) => one.rating.rank - other.rating.rank)
  const asked = steps.map((step) => `${starName(step.stars)}：${stepWords(step, branches.length)}`).join('；')
  return {
    profile: 'form',
    meta: { title, author: organisation, subject: list, date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      plainLine(`认定单位：${organisation}`),
      plainLine(`党支部${branches.length}个${branches.length === 0 ? '' : `：${starCounts(branches)}`}。`),
      ...(asked === '' ? [] : [plainLine(`标准：${asked}。名额有小数的进一位，有一票否决情形的不定级。`)]),
      {
        kind: 'grid',
        columns: [
          { title: '名次', width: 40, align: 'center' },
          { title: '党支部', width: 150 },
          { title: '总分', width: 52, align: 'center' },
          { title: '星级', width: 56, align: 'center' },
          { title: '说明', width: 144 }
        ],
        rows: ranked.map(({ name, total, rating: { rank, stars, says } }): GridCell[] => [
          `${rank}`,
          name,
          total,
          stars === 0 ? '不定级' : starName(stars),
          onPaper(says)
        ])
      },
      sealed(date)
    ]
  }
}

/** “四强”党支部认定表: who is recognised, and what the others lack. */
export function strongListDocument({ organisation, year, list, date, branches }: StrongPaper): DocumentModel {
  const title = `${year}年度“四强”党支部认定表`
  const met = branches.filter(({ lacks }) => lacks.length === 0).length
  return {
    profile: 'form',
    meta: { title, author: organisation, subject: list, date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      plainLine(`认定单位：${organisation}`),
      plainLine(`党支部${branches.length}个，认定${met}个，有效期到${dayOnPaper(strongUntil(date))}。`),
      {
        kind: 'grid',
        columns: [
          { title: '序号', width: 36, align: 'center' },
          { title: '党支部', width: 112 },
          { title: '总分', width: 50, align: 'center' },
          { title: '标准化\n得分', width: 56, align: 'center' },
          { title: '认定', width: 48, align: 'center' },
          { title: '还不够的', width: 140 }
        ],
        rows: branches.map(({ name, total, standardTotal, lacks }, index): GridCell[] => [
          `${index + 1}`,
          name,
          total,
          standardTotal,
          lacks.length === 0 ? '认定' : '',
          lacks.map(onPaper).join('；')
        ])
      },
      sealed(date)
    ]
  }
}
