import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../../electron/workbook/workbook-writer.ts'
import { blankLedger } from '../../../shared/features/ledger/ledger-export.ts'
import { findSheet } from '../../../shared/features/ledger/ledger-sheets.ts'
import type { PackManifest, PackReport } from '../../../shared/features/pack/pack.ts'
import { aFolder, root } from '../../factories/office.ts'

type Row = Record<string, string | number>
let folder: ReturnType<typeof aFolder>
const at = (...names: string[]): string => join(folder.path, ...names)

const people = ['周启明', '林慧', '方国栋', '丁立新', '马秀兰', '王建军', '许静']
const posts: Record<string, string> = { 周启明: '书记', 林慧: '组织委员', 方国栋: '纪检委员' }
const talk = (number: string, talker: string, partner: string, more: Row = {}): Row => ({
  ...{ 谈话编号: number, 组织编码: 'ZB01', 类型: '日常谈心', 日期: '2026-05-12' },
  ...{ 谈话人: talker, 谈话对象: partner },
  ...more
})
const words = {
  L1: '一级谈话里的话',
  L2: '二级谈话里的话',
  L3: '三级谈话里的话',
  basis: '秘烟党〔2026〕9 号',
  refused: '不该写的问题详情'
}
const talks: Row[] = [
  talk('TH1', '周启明', '林慧', { 意见建议: words.L1 }),
  talk('TH2', '周启明', '丁立新、马秀兰', { 密级: 'L2', 意见建议: words.L2 }),
  talk('TH3', '林慧', '王建军', { 密级: 'L3', 意见建议: words.L3, 日期: '2026-06-08' }),
  talk('TH4', '丁立新', '马秀兰'),
  talk('TH5', '周启明', '方国栋', { 日期: '2027-03-01' }),
  talk('JD1', '县局纪委', '王建军', { 类型: '诫勉', 事由: words.basis }),
  talk('JD2', '县局纪委', '王建军', { 类型: '提醒谈话', 指出问题: words.refused }),
  talk('JD3', '县局纪委', '王建军', { 类型: 'T13', 谈话要点: words.refused })
]

async function aWorkbook(rows: readonly Row[]): Promise<string> {
  const contents: Record<string, readonly Row[]> = {
    党组织: [{ 编码: 'ZB01', 名称: '机关第一党支部', 类别: '党支部', 设支委会: '是' }],
    党员: people.map((name) => ({
      ...{ 姓名: name, 性别: '男', 人员类别: '正式党员', 组织编码: 'ZB01' },
      ...(posts[name] === undefined ? {} : { 党内职务: posts[name] }),
      ...(name === '许静' ? { 转入日期: '2026-12-20' } : {})
    })),
    谈话: rows
  }
  const sheets = blankLedger().map((sheet) => ({
    ...sheet,
    rows: (contents[sheet.name] ?? []).map((row) =>
      (findSheet(sheet.name)?.columns ?? []).map((column) => row[column.name] ?? null)
    )
  }))
  writeFileSync(at('2026.xlsx'), await writeWorkbook(sheets))
  return at('2026.xlsx')
}

let workbook: string
function pack(out: string, today: string, more: string[] = [], env: NodeJS.ProcessEnv = {}) {
  const args = ['--workbook', workbook, '--organisation', 'ZB01', '--year', '2026', '--today', today, '--out', at(out)]
  return spawnSync(process.execPath, [join(root, 'out/main/cli.js'), 'pack', ...args, ...more], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    cwd: root
  })
}
const reportOf = (out: string): PackReport => JSON.parse(readFileSync(at(out, 'report.json'), 'utf8'))
const faultsOf = (out: string) => reportOf(out).faults.map(({ row, column, code }) => `${row}/${column}/${code}`)

beforeAll(async () => {
  folder = aFolder()
  workbook = await aWorkbook(talks)
}, 60_000)
afterAll(() => folder.remove())

/** What can be read in a file: all parts of a Word file, the text of a PDF, and the bytes of both as they are. */
async function readable(path: string): Promise<string> {
  const bytes = readFileSync(path)
  if (path.endsWith('.pdf')) return `${execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })}${bytes}`
  if (!path.endsWith('.docx')) return bytes.toString('utf8')
  const zip = await JSZip.loadAsync(bytes)
  const parts = Object.values(zip.files).map((file) => file.async('string'))
  // Runs cut a sentence into pieces: without the tags it is whole again.
  return (await Promise.all(parts)).map((part) => part + part.replace(/<[^>]*>/g, '')).join('\n')
}

describe('the pack of a branch with talks', () => {
  it('reports who has talked with whom, as it stands on the day', () => {
    const { status, stdout, stderr } = pack('pack', '2026-12-31')
    expect(stderr).toBe('')
    expect(status).toBe(1)
    expect(faultsOf('pack')).toEqual(['8/指出问题/content-not-allowed', '9/类型/content-not-allowed'])
    expect(reportOf('pack').talks).toEqual([
      {
        organisation: 'ZB01',
        committeePairs: { covered: 1, total: 3 },
        members: { covered: 5, total: 6 },
        peers: { covered: 2, total: 3 },
        uncovered: ['周启明', '林慧', '方国栋', '王建军', '许静']
      }
    ])
    for (const word of Object.values(words)) expect(stdout).not.toContain(word)
  })

  it('has its figures in volume 06', () => {
    const manifest: PackManifest = JSON.parse(readFileSync(at('pack', 'manifest.json'), 'utf8'))
    const own = manifest.documents.filter(({ volume }) => volume === '06')
    expect(own.map(({ number, kind, title }) => `${number} ${kind} ${title}`)).toEqual([
      '001 report-talks 机关第一党支部2026年度谈心谈话情况报告',
      '002 talk-coverage 2026年度谈心谈话覆盖情况',
      '003 talk-ledger 2026年度谈话台账（只列次数）',
      '000 volume 民主评议与谈话'
    ])
    expect(own[1]?.records).toHaveLength(2)
  })

  it('holds not a word of what was said, of no level, nor what was refused, in any file', async () => {
    const names = readdirSync(at('pack'), { recursive: true, encoding: 'utf8' })
    const files = names.filter((name) => statSync(at('pack', name)).isFile())
    expect(files.filter((name) => /\.(docx|pdf)$/.test(name)).length).toBeGreaterThan(6)
    for (const name of files) {
      const text = (await readable(at('pack', name))).replace(/\s/g, '')
      expect(name.endsWith('.json') || text.includes('机关第一党支部')).toBe(true)
      for (const word of Object.values(words))
        expect([name, text.includes(word.replace(/\s/g, ''))]).toEqual([name, false])
    }
  }, 60_000)

  it('tells no day of an L3 talk', async () => {
    const [path = ''] = readdirSync(at('pack'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.includes('覆盖情况.docx')
    )
    const text = await readable(at('pack', path))
    expect(text).toContain('5-12')
    expect(text).not.toContain('6-8')
  })

  const days: [day: string, level: string | null][] = [
    ['2026-10-31', null],
    ['2026-11-01', 'blue'],
    ['2026-12-01', 'yellow'],
    ['2026-12-31', 'red']
  ]
  it.each(days)('on %s warns with W08 as the year goes on', (day, level) => {
    pack(`w08-${day}`, day, ['--format', 'pdf'])
    const found = reportOf(`w08-${day}`).warnings.filter(({ code }) => code === 'W08')
    expect(found.map((one) => [one.level, one.due, one.organisation, one.rule.id])).toEqual(
      level === null ? [] : [[level, '2026-12-31', 'ZB01', 'R1-18']]
    )
    if (level === 'red') expect(found[0]?.subject).toBe('2026年谈心谈话：周启明、林慧、方国栋、王建军')
  })

  it('leaves a kept store without L3: its key is of the one who knows its password', () => {
    const env = { DANGWU_PASSWORD: '命令行专用的一句长口令' }
    expect(pack('kept', '2026-12-31', ['--store', at('留存.dwk'), '--format', 'pdf'], env).status).toBe(1)
    expect(faultsOf('kept')).toEqual([
      '4/密级/content-not-allowed',
      '7/类型/content-not-allowed',
      '8/类型/content-not-allowed',
      '8/指出问题/content-not-allowed',
      '9/类型/content-not-allowed'
    ])
    expect(reportOf('kept').talks[0]?.members).toEqual({ covered: 4, total: 6 })
    expect(readFileSync(at('kept', 'report.json'), 'utf8')).not.toContain(words.L3)
    expect(pack('kept-2', '2026-12-31', ['--store', at('留存.dwk'), '--format', 'pdf'], env).status).toBe(1)
    expect(reportOf('kept-2').talks).toEqual(reportOf('kept').talks)
  }, 60_000)

  it('leaves nothing behind in the temporary folder', () => {
    mkdirSync(at('tmp'))
    pack('again', '2026-12-31', ['--format', 'docx'], { TMPDIR: at('tmp') })
    expect(readdirSync(at('tmp'))).toEqual([])
  })
})
