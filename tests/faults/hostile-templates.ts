import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import JSZip from 'jszip'
import { createRenderer, type DocumentRenderer } from '../../electron/documents/renderer.ts'
import { templateKinds } from '../../electron/features/template/template-kinds.ts'
import type { TemplateData, TemplateKind } from '../../shared/documents/template.ts'
import type { Ground, Run } from './ground.ts'
import type { Hostile } from './hostile-files.ts'
import { hostileTemplatePackages, hostileTemplateTexts } from './hostile-template-files.ts'
import { mutateBytes, mutateXml, partsOf, withPart } from './mutations.ts'
import { tally } from './table.ts'

const root = join(import.meta.dirname, '../..')
const worker = pathToFileURL(join(root, 'out/main/render-worker.js'))
const patience = 5000

const memory = (): number => Math.round(process.memoryUsage().rss / 1e6)

/** Values for every name of a kind, some of several lines; tables of three rows. */
const dataOf = ({ fields, tables }: TemplateKind): TemplateData => ({
  fields: Object.fromEntries(fields.map(({ name }, index) => [name, index % 3 === 0 ? '一\n二' : `值<&>${index}`])),
  tables: Object.fromEntries(
    tables.map(({ name, fields: columns }) => [
      name,
      Array.from({ length: 3 }, () => Object.fromEntries(columns.map((column) => [column.name, '甲\n乙'])))
    ])
  )
})

/** What came of a file: refused (with its code), faults told, or filled. `fault` is what must not happen. */
type Answer = { came: string; fault: string | null; took: number; said: number }

class Examiner {
  readonly #kind: TemplateKind
  readonly #data: TemplateData
  #renderer: DocumentRenderer

  constructor(kind: TemplateKind) {
    this.#kind = kind
    this.#data = dataOf(kind)
    this.#renderer = Examiner.#open()
  }

  static #open(): DocumentRenderer {
    return createRenderer({ workerUrl: worker, fontsFolder: join(root, 'resources/fonts') })
  }

  starter(): Promise<Uint8Array> {
    return this.#renderer.starter(this.#kind)
  }

  close(): Promise<void> {
    return this.#renderer.close()
  }

  /** Checks as the program does, and fills where nothing was found: neither may hang, and nothing may be thrown. */
  async examine(bytes: Uint8Array): Promise<Answer> {
    const started = performance.now()
    const answer = (came: string, fault: string | null, said = 0): Answer => ({
      came,
      fault,
      took: performance.now() - started,
      said
    })
    let doing = 'check'
    try {
      const checked = await this.#inTime(this.#renderer.check(bytes, this.#kind))
      if (!checked.ok) {
        const { code, message } = checked.problem
        return answer(code, /^[\p{Script=Han}“]/u.test(message) ? null : 'no sentence')
      }
      if (checked.value.length > 0) return answer('faults', null, JSON.stringify(checked.value).length)
      doing = 'fill'
      const filled = await this.#inTime(this.#renderer.fill(bytes, this.#data, '2026-11-20'))
      await JSZip.loadAsync(filled.bytes)
      return answer('filled', null)
    } catch (error) {
      await this.#renderer.close()
      this.#renderer = Examiner.#open()
      const [line = ''] = String(error).split('\n')
      return answer('broken', `${doing}: ${line.slice(0, 80)}`)
    }
  }

  #inTime<Value>(work: Promise<Value>): Promise<Value> {
    let clock: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      clock = setTimeout(() => reject(new Error('hung')), patience)
    })
    return Promise.race([work, late]).finally(() => clearTimeout(clock))
  }
}

async function refuseAll(ground: Ground, examiner: Examiner, run: string, files: readonly Hostile[]): Promise<void> {
  const faults: string[] = []
  const came: string[] = []
  let [slowest, slow, longest, wordy] = [0, '', 0, '']
  const before = memory()
  let [most, heavy] = [before, '']
  for (const { what, bytes, mayBeRead = false } of files) {
    const answer = await examiner.examine(await bytes())
    came.push(answer.came)
    if (memory() > most) [most, heavy] = [memory(), what]
    if (answer.fault !== null) faults.push(`${what}: ${answer.fault}`)
    if (!mayBeRead && (answer.came === 'filled' || answer.came === 'faults')) faults.push(`${what}: ${answer.came}`)
    if (answer.took > slowest) [slowest, slow] = [answer.took, what]
    if (answer.said > longest) [longest, wordy] = [answer.said, what]
  }
  ground.add({
    run,
    faults: files.length,
    target: 'refused or harmless, none over 5 s',
    found: [
      ...faults,
      tally(came),
      `slowest ${Math.round(slowest)} ms (${slow})`,
      `memory ${before} MB, at most ${most} MB after a file (${heavy})`,
      ...(longest === 0 ? [] : [`longest list of faults ${longest} characters (${wordy})`])
    ].join('; '),
    missed: faults.length
  })
}

const pieces = [
  '{{',
  '}}',
  '{{}}',
  '{{会议名称}}',
  '｛｛ 会议 名称 ｝｝',
  '{{议题.议题}}',
  '{{人员.姓名',
  '.姓名}}',
  '{{人员．姓名}}',
  '&#123;&#123;地点}}',
  '{{__proto__}}',
  '{{{会议名称}}}'
] as const

async function mutations(ground: Ground, examiner: Examiner): Promise<void> {
  const good = Buffer.from(await examiner.starter())
  const parts = await partsOf(good)
  const xml = [...parts.keys()].filter((name) => /\.(xml|rels)$/.test(name))
  const { chance } = ground
  const mutant = (turn: number): Promise<Buffer> | Buffer => {
    if (turn % 2 === 0) return mutateBytes(good, chance)
    const document = turn % 4 === 1
    const name = document ? 'word/document.xml' : (xml[chance.below(xml.length)] ?? '')
    const part = parts.get(name) ?? Buffer.alloc(0)
    if (!document) return withPart(parts, name, mutateBytes(part, chance))
    let text = part.toString('utf8')
    for (let changes = 1 + chance.below(4); changes > 0; changes -= 1) text = mutateXml(text, chance, pieces)
    return withPart(parts, name, text)
  }
  const count = ground.times(2000)
  const faults: string[] = []
  const came: string[] = []
  let [slowest, before] = [0, memory()]
  for (let turn = 0; turn < count; turn += 1) {
    if (turn === 50) before = memory()
    const answer = await examiner.examine(await mutant(turn))
    came.push(answer.came)
    slowest = Math.max(slowest, answer.took)
    if (answer.fault !== null) faults.push(answer.fault)
  }
  ground.add({
    run: 'a good template with changed bytes (half of them inside its XML)',
    faults: count,
    target: '0 hangs, 0 crashes',
    found: [
      ...(faults.length === 0 ? [] : [tally(faults)]),
      tally(came),
      `slowest ${Math.round(slowest)} ms, memory ${memory() - before} MB after the first 50`
    ].join('; '),
    missed: faults.length
  })
}

export const hostileTemplates: Run = {
  name: 'hostile-templates',
  run: async (ground) => {
    if (!existsSync(worker)) throw new Error('the program is not built: npm run build')
    const kind = templateKinds.find((one) => one.kind === 'meeting.minutes')
    if (kind === undefined) throw new Error('no kind of template')
    const examiner = new Examiner(kind)
    await refuseAll(ground, examiner, 'hostile template packages', hostileTemplatePackages)
    await refuseAll(ground, examiner, 'hostile texts in a template', hostileTemplateTexts)
    await mutations(ground, examiner)
    await examiner.close()
  }
}
