import { createInProcessRenderer } from '../../electron/documents/renderer.ts'
import { form, peopleOf } from './document-models.ts'
import { fontsFolder } from './engine.ts'
import { clockedLater, type Line, middle, ms, times } from './lines.ts'

const columns = ['序号', '姓名', '人员类别', '到会', '签名'] as const
const rows = 20

const linesOf = (number: number): Record<string, string>[] =>
  peopleOf(number, rows).map((cells) => Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ''])))

type Way = { name: string; target: string; fill(number: number): Promise<unknown> }

/** The form of twenty rows in Word: from the model, in a unit's own template, and by the template library alone. */
async function ways(): Promise<{ peer: Way; ours: Way[] }> {
  const renderer = createInProcessRenderer({ fontsFolder })
  const templateOf = (row: readonly string[]) => renderer.render(form(0, [[...row]]), 'docx')
  const own = await templateOf(columns.map((name) => `{{人员.${name}}}`))
  const looped = await templateOf(
    columns.map((name, index) => `${index === 0 ? '{{#人员}}' : ''}{{${name}}}${index === 4 ? '{{/人员}}' : ''}`)
  )
  const { TemplateHandler } = await import('easy-template-x')
  const handler = new TemplateHandler({ delimiters: { tagStart: '{{', tagEnd: '}}' } })
  const template = Buffer.from(looped.bytes)
  return {
    peer: {
      name: 'easy-template-x, the same form',
      target: '',
      fill: (number) => handler.process(template, { 人员: linesOf(number) })
    },
    ours: [
      {
        name: 'from the model',
        target: '≤ ×4.5',
        fill: (number) => renderer.render(form(number, peopleOf(number, rows)), 'docx')
      },
      {
        name: 'in a unit’s template',
        target: '≤ ×4.5',
        fill: (number) => renderer.fill(own.bytes, { fields: {}, tables: { 人员: linesOf(number) } }, '2026-11-20')
      }
    ]
  }
}

/** In turn, so many forms each; the first of each is kept apart. */
export async function wordLines(rounds: number): Promise<Line[]> {
  const { peer, ours } = await ways()
  const taken = new Map<Way, number[]>([peer, ...ours].map((way) => [way, []]))
  for (let round = 0; round <= rounds; round += 1)
    for (const [way, all] of taken) all.push(await clockedLater(() => way.fill(round)))
  const figures = (way: Way) => {
    const [first = Number.NaN, ...later] = taken.get(way) ?? []
    return { value: middle(later), said: `${ms(middle(later))} (first ${ms(first)})` }
  }
  return ours.map((way) => ({
    what: `a Word form of 20 rows, ${way.name}`,
    peer: peer.name,
    ours: figures(way).said,
    theirs: figures(peer).said,
    ratio: times(figures(way).value / figures(peer).value),
    target: way.target
  }))
}
