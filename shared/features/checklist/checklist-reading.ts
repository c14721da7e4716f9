import { cellText, type RawCell, type RawSheet } from '../../kernel/cells.ts'
import {
  type Checklist,
  type ChecklistArea,
  type ChecklistItem,
  checklistSchema,
  type ItemKind,
  itemsOf
} from './checklist.ts'

/** What of a file cannot be read: Excel's row (null: the whole sheet), and a sentence that says what would be right. */
export type ReadingFault = { row: number | null; message: string }

const heads = {
  area: ['方面', '一级指标', '考核内容'],
  id: ['编号', '序号', '项目编号'],
  title: ['项目', '指标', '二级指标', '考核项目'],
  standard: ['标准', '考核标准', '内容', '要求'],
  points: ['分值', '分数', '满分'],
  scoring: ['评分说明', '评分标准', '计分办法', '扣分办法'],
  proof: ['证据', '佐证材料', '证明材料'],
  kind: ['取分', '取分方式'],
  source: ['依据', '来源'],
  like: ['同标准项', '取数']
} as const
type Column = keyof typeof heads

const kinds: Readonly<Record<string, ItemKind>> = { 自动: 'A', 半自动: 'S', 人工: 'M', A: 'A', S: 'S', M: 'M' }

const tidy = (cell: RawCell | undefined): string => cellText(cell ?? null).trim()

/** The row of heads: the first that names 项目 and 分值. */
function findHeads(rows: readonly (readonly RawCell[])[]): { at: number; places: Map<Column, number> } | null {
  for (const [at, cells] of rows.slice(0, 20).entries()) {
    const names = cells.map((cell) => tidy(cell).replace(/[*＊\s]/g, ''))
    const places = new Map<Column, number>()
    for (const [column, known] of Object.entries(heads) as [Column, readonly string[]][]) {
      const place = names.findIndex((name) => known.includes(name))
      if (place >= 0) places.set(column, place)
    }
    if (places.has('title') && places.has('points')) return { at, places }
  }
  return null
}

type Row = { number: number; of: (column: Column) => string }

function itemOf({ number, of }: Row, id: string, standard: readonly ChecklistItem[]): ChecklistItem | ReadingFault {
  const points = Number(of('points').replace(/分$/, ''))
  if (of('points') === '' || !Number.isFinite(points) || points < 0)
    return { row: number, message: `第 ${number} 行“${of('title')}”的分值“${of('points')}”不是数字，请写成 2 或 0.5。` }
  const like = standard.find((one) => one.id === of('like').toUpperCase())
  if (of('like') !== '' && like === undefined)
    return {
      row: number,
      message: `第 ${number} 行的“${of('like')}”不是标准清单的编号，应是 A1 到 H5 中的一个，或者空着。`
    }
  const said = of('kind')
  const kind = said === '' ? (like?.kind ?? 'M') : kinds[said]
  if (kind === undefined)
    return { row: number, message: `第 ${number} 行的取分“${said}”看不懂，应是自动、半自动或人工。` }
  return {
    ...{ id, title: of('title'), standard: of('standard'), points, proof: of('proof'), scoring: of('scoring'), kind },
    formula: like?.formula ?? null,
    parts: like?.parts ?? [],
    partsAs: like?.partsAs ?? 'gain',
    of: [],
    rule: like?.rule ?? null,
    source: of('source') === '' ? '本单位清单' : of('source'),
    mark: '地'
  }
}

/** In front of a number the lists of the program use already: marks and proofs go by the number alone. */
export const ownPrefix = 'Y'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * A unit's own list from a sheet with the columns 方面, 项目, 分值 and, where it has them, 编号, 标准, 评分说明, 证据, 取分, 依据 and
 * 同标准项 (the number of an item of the standard list whose rule computes it). Numbers in `taken` get a letter before them. Areas may be merged cells: an empty one goes on
 * with the one above. Items without a number get one from their area.
 */
export function readChecklist(
  sheets: readonly RawSheet[],
  title: string,
  standard: Pick<Checklist, 'areas' | 'vetoes' | 'bonusMost' | 'bonuses' | 'stars'>,
  taken: ReadonlySet<string>
): { checklist: Checklist | null; faults: ReadingFault[] } {
  const sheet = sheets.find(({ rows }) => findHeads(rows) !== null)
  const found = sheet === undefined ? null : findHeads(sheet.rows)
  if (sheet === undefined || found === null)
    return {
      checklist: null,
      faults: [{ row: null, message: '没有找到表头：要有一行写着“项目”和“分值”，最好还有方面、标准、评分说明、证据。' }]
    }
  const { at, places } = found
  const areas: ChecklistArea[] = []
  const faults: ReadingFault[] = []
  for (const [index, cells] of sheet.rows.slice(at + 1).entries()) {
    const of = (column: Column): string => tidy(cells[places.get(column) ?? -1])
    const row: Row = { number: at + index + 2, of }
    if (of('title') === '') continue
    const named = of('area').replace(/[（(]\d+(\.\d+)?分?[)）]$/, '')
    if (named !== '' && areas.at(-1)?.title !== named)
      areas.push({ code: letters[areas.length] ?? `Z${areas.length}`, title: named.slice(0, 30), items: [] })
    if (areas.length === 0) areas.push({ code: 'A', title: '考核内容', items: [] })
    const area = areas.at(-1)
    if (area === undefined) continue
    const wanted = /^[A-Za-z]{1,3}\d{1,3}$/.test(of('id'))
      ? of('id').toUpperCase()
      : `${area.code}${area.items.length + 1}`
    const id = taken.has(wanted) ? `${ownPrefix}${wanted}` : wanted
    const item = itemOf(row, id, itemsOf(standard))
    if ('message' in item) faults.push(item)
    else area.items.push(item)
  }
  if (faults.length > 0) return { checklist: null, faults }
  const { vetoes, bonusMost, bonuses, stars } = standard
  const made = checklistSchema.safeParse({
    ...{ key: 'own', title, source: '本单位清单', vetoes, bonusMost, bonuses, stars },
    areas: areas.filter(({ items }) => items.length > 0)
  })
  if (made.success) return { checklist: made.data, faults: [] }
  return {
    checklist: null,
    faults: made.error.issues.slice(0, 10).map(({ message }) => ({ row: null, message: `${message}。` }))
  }
}
