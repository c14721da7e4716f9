import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../../electron/workbook/workbook-writer.ts'
import { blankLedger } from '../../../shared/features/ledger/ledger-export.ts'
import { findSheet } from '../../../shared/features/ledger/ledger-sheets.ts'
import type { PackManifest, PackReport } from '../../../shared/features/pack/pack.ts'
import { daysInMonth, makeDay } from '../../../shared/kernel/dates.ts'
import { aFolder, root } from '../../factories/office.ts'

type Rows = Record<string, Record<string, string | number>[]>

let folder: ReturnType<typeof aFolder>
let workbook: string
const at = (...names: string[]): string => join(folder.path, ...names)

async function aWorkbook(name: string, rows: Rows): Promise<string> {
  const sheets = blankLedger().map((sheet) => ({
    ...sheet,
    rows: (rows[sheet.name] ?? []).map((row) =>
      (findSheet(sheet.name)?.columns ?? []).map((column) => row[column.name] ?? null)
    )
  }))
  writeFileSync(at(name), await writeWorkbook(sheets))
  return at(name)
}

function pack(args: string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'out/main/cli.js'), 'pack', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    cwd: root
  })
  return { status, stdout, stderr }
}

/** A pack in Word and PDF; `usual` leaves Word out where the test is of something else. */
const both = (out: string): string[] => [
  '--workbook',
  workbook,
  '--organisation',
  'ZB01',
  '--year',
  '2026',
  '--today',
  '2026-12-31',
  '--out',
  at(out)
]
const usual = (out: string): string[] => ['--format', 'pdf', ...both(out)]
const reportOf = (out: string): PackReport => JSON.parse(readFileSync(at(out, 'report.json'), 'utf8'))

const lastDayOf = (month: number): string => makeDay(2026, month, daysInMonth(2026, month))

const people = ['周启明', '林慧', '许静', '方国栋', '郑一鸣', '丁立新', '马秀兰', '王建军']
const base: Rows = {
  党组织: [{ 编码: 'ZB01', 名称: '机关第一党支部', 类别: '党支部' }],
  党员: people.map((name, index) => ({
    姓名: name,
    性别: '男',
    人员类别: name === '王建军' ? '预备党员' : '正式党员',
    组织编码: 'ZB01',
    ...(index === 0 ? { 党内职务: '书记' } : {})
  })),
  会议: [
    {
      会议编号: 'HY001',
      组织编码: 'ZB01',
      类型: '党员大会',
      日期: '2026-03-05',
      开始: '14:30',
      结束: '16:00',
      地点: '会议室',
      主持人: '周启明',
      记录人: '林慧',
      缺席: '林慧（公差）、许静(病)'
    },
    { 会议编号: 'HY002', 组织编码: 'ZB01', 类型: '主题党日', 日期: '2026-05-10', 主题: '志愿服务' },
    { 会议编号: 'HY003', 组织编码: 'ZB01', 类型: '党员大会', 日期: '2027-01-05' },
    { 会议编号: 'HY004', 组织编码: 'ZB01', 类型: '党课', 日期: '2026-13-05' }
  ],
  议题: [
    {
      会议编号: 'HY001',
      序号: 1,
      议题: '讨论接收预备党员',
      类型: '接收预备党员',
      讨论发言: '周启明：同意。',
      表决方式: '无记名',
      赞成: 3,
      反对: 2,
      弃权: 0
    },
    { 会议编号: 'HY001', 序号: 2, 议题: '通报工作' },
    { 会议编号: 'HY004', 序号: 1, 议题: '挂在退回的会议上' }
  ]
}

beforeAll(async () => {
  folder = aFolder()
  workbook = await aWorkbook('2026.xlsx', base)
})
afterAll(() => folder.remove())

describe('npm run pack', () => {
  it('writes the pack of the good rows and exits 1 where rows were refused', () => {
    const { status, stdout } = pack(both('pack-2026'))
    expect(stdout).toContain('退回 会议 第5行 日期')
    expect(status).toBe(1)
    const report = reportOf('pack-2026')
    expect(Object.keys(report).sort()).toEqual(
      [
        'year',
        'today',
        'organisation',
        'faults',
        'warnings',
        'meetings',
        'talks',
        'evaluations',
        'polls',
        'checklist',
        'pack'
      ].sort()
    )
    expect(report.faults.map(({ sheet, row, column, code, value }) => ({ sheet, row, column, code, value }))).toEqual([
      { sheet: '会议', row: 5, column: '日期', code: 'date-unreadable', value: '2026-13-05' },
      { sheet: '议题', row: 4, column: '会议编号', code: 'meeting-unknown', value: 'HY004' }
    ])
  })

  it('counts and judges every meeting of the year', () => {
    const { meetings, warnings } = reportOf('pack-2026')
    expect(meetings.map((meeting) => meeting.number)).toEqual(['HY001', 'HY002'])
    expect(meetings[0]).toMatchObject({ expected: 8, eligible: 7, present: 6, presentEligible: 5 })
    expect(meetings[0]?.agenda).toMatchObject([
      { number: 1, rule: 'R1-22', attendOk: true, passOk: false, verdict: 'not-carried' },
      { number: 2, rule: null, attendOk: null, passOk: null, verdict: 'not-voted' }
    ])
    expect(meetings[0]?.contradictions.map((one) => one.code)).toEqual(['recorder-absent'])
    expect(warnings.find(({ code }) => code === 'W09')).toMatchObject({
      organisation: 'ZB01',
      level: 'red',
      due: null,
      rule: { id: 'R1-22', document: '中国共产党发展党员工作细则', mark: '✔' }
    })
  })

  it('warns of every period without a meeting, in its order', () => {
    const { warnings } = reportOf('pack-2026')
    const months = [1, 2, 3, 4, 6, 7, 8, 9, 10, 11]
    expect(warnings.map(({ code, level, subject, due }) => `${code} ${level} ${subject} ${due}`)).toEqual([
      'W01 red 2026年第二季度党员大会 2026-06-30',
      'W01 red 2026年第三季度党员大会 2026-09-30',
      'W01 yellow 2026年第四季度党员大会 2026-12-31',
      ...months.map((month) => `W04 red 2026年${month}月主题党日 ${lastDayOf(month)}`),
      'W05 yellow 2026年党课 2026-12-31',
      'W06 yellow 2026年度组织生活会 2027-03-31',
      'W07 yellow 2026年民主评议党员 2027-03-31',
      'W08 red 2026年谈心谈话：丁立新、马秀兰、王建军、方国栋、许静、林慧、郑一鸣 2026-12-31',
      'W09 red 2026年第一季度党员大会第1个议题：讨论接收预备党员 null',
      'W25 yellow 2026年学时：周启明、丁立新、马秀兰、王建军、方国栋、许静、林慧、郑一鸣 2026-10-31'
    ])
    expect(warnings[0]?.rule).toEqual({
      ...{ id: 'R1-11', document: '中国共产党支部工作条例（试行）', article: '第11、14条', mark: '✔' }
    })
  })

  it('finds people in two meetings at once, records written late, and absences over the turn of the year', async () => {
    const meeting = (number: string, more: Record<string, string>) => ({
      ...{ 会议编号: number, 组织编码: 'ZB01', 类型: '主题党日', 日期: '2026-01-10', 开始: '09:00', 结束: '10:00' },
      ...more
    })
    const busy = await aWorkbook('busy.xlsx', {
      ...base,
      会议: [
        meeting('HY11', { 日期: '2025-12-19', 缺席: '丁立新（无故）' }),
        meeting('HY12', { 缺席: '丁立新（无故）', 写成日期: '2026-01-15' }),
        meeting('HY13', { 类型: '党课', 开始: '09:30', 缺席: '丁立新（病假）' }),
        meeting('HY14', { 类型: '党课', 开始: '10:00', 结束: '11:00', 缺席: '丁立新（病假）' })
      ],
      议题: []
    })
    pack([...usual('busy').map((arg) => (arg === workbook ? busy : arg === '2026-12-31' ? '2026-01-31' : arg))])
    const { meetings, warnings } = reportOf('busy')
    expect(meetings.map(({ number, contradictions }) => [number, ...contradictions.map(({ code }) => code)])).toEqual([
      ['HY12', 'person-in-two-meetings', 'late-entry'],
      ['HY13', 'person-in-two-meetings'],
      ['HY14']
    ])
    expect(warnings.map(({ code, level, subject, rule }) => [code, level, subject, rule.id])).toEqual([
      ['W10', 'yellow', '丁立新', null]
    ])
  })

  it('lists every file but the two JSON files in the manifest, with its hash', () => {
    const manifest: PackManifest = JSON.parse(readFileSync(at('pack-2026', 'manifest.json'), 'utf8'))
    const listed = manifest.documents.flatMap((document) => document.files)
    const there = (readdirSync(at('pack-2026'), { recursive: true, encoding: 'utf8' }) as string[])
      .filter((name) => statSync(at('pack-2026', name)).isFile() && !/^(manifest|report)\.json$/.test(name))
      .sort()
    expect(listed.map((file) => file.path).sort()).toEqual(there)
    for (const file of listed) {
      const bytes = readFileSync(at('pack-2026', file.path))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
      expect(bytes.length).toBe(file.bytes)
      if (file.path.endsWith('.docx')) expect(file.pages).toBeNull()
      else expect(file.pages).toBeGreaterThan(0)
    }
    expect(reportOf('pack-2026').pack.documents).toBe(manifest.documents.length)
    expect(manifest.documents.map((document) => `${document.volume}-${document.number} ${document.kind}`)).toEqual([
      ...['00-000 contents', '00-001 missing', '00-002 spines', '00-003 receipt'],
      ...['01-001 organisation-chart', '02-001 committee-list', '03-001 member-roster', '03-002 member-composition'],
      ...['04-001 plan-coverage', '04-002 meeting-ledger', '04-003 meeting-minutes', '04-004 meeting-sign-in'],
      ...['05-001 theme-day-ledger', '05-002 attendance-ledger', '05-003 report-life', '05-004 meeting-theme-day'],
      '05-005 meeting-sign-in',
      ...[
        '06-001 talk-coverage',
        '06-002 talk-ledger',
        '07-001 admission-list',
        '08-001 study-ledger',
        '08-002 report-summary'
      ],
      ...['08-003 checklist-self-check', '08-004 checklist-report'],
      ...['01', '02', '03', '04', '05', '06', '07', '08'].map((volume) => `${volume}-000 volume`)
    ])
    expect(statSync(at('pack-2026', 'report.json')).mode & 0o077).toBe(0)
  })

  it('writes only the wished format and the same bytes each time', () => {
    expect(pack(usual('only-pdf')).status).toBe(1)
    const names = readdirSync(at('only-pdf'), { recursive: true, encoding: 'utf8' }) as string[]
    expect(names.filter((name) => name.endsWith('.docx'))).toEqual([])
    const digest = (...path: string[]) =>
      createHash('sha256')
        .update(readFileSync(at(...path)))
        .digest('hex')
    for (const name of names.filter((one) => one.endsWith('.pdf')))
      expect([name, digest('only-pdf', name)]).toEqual([name, digest('pack-2026', name)])
  })

  it('leaves no store and no name behind in the temporary folder', () => {
    const own = at('tmp')
    mkdirSync(own)
    pack(usual('again'), { TMPDIR: own, TEMP: own, TMP: own })
    expect(existsSync(at('again', 'manifest.json'))).toBe(true)
    expect(readdirSync(own)).toEqual([])
  })

  it('exits 0 when nothing was refused, also with unknown columns', async () => {
    const clean = await aWorkbook('clean.xlsx', {
      ...base,
      会议: (base['会议'] ?? []).slice(0, 3),
      议题: (base['议题'] ?? []).slice(0, 2)
    })
    const args = usual('clean').map((arg) => (arg === workbook ? clean : arg))
    expect(pack(args).status).toBe(0)
  })

  it('keeps a store that opens again with its password, and refuses another office', async () => {
    const env = { DANGWU_PASSWORD: '命令行专用的一句长口令' }
    expect(pack([...usual('kept-1'), '--store', at('留存.dwk')], env).status).toBe(1)
    expect(existsSync(at('留存.vault.json'))).toBe(true)
    expect(pack([...usual('kept-2'), '--store', at('留存.dwk')], env).status).toBe(1)
    expect(pack([...usual('kept-3'), '--store', at('留存.dwk')], { DANGWU_PASSWORD: '不是这个口令' })).toMatchObject({
      status: 2
    })
    const other = await aWorkbook('other.xlsx', { 党组织: [{ 编码: 'QT01', 名称: '别的支部', 类别: '党支部' }] })
    const args = usual('kept-4').map((arg) => (arg === workbook ? other : arg === 'ZB01' ? 'QT01' : arg))
    const refused = pack([...args, '--store', at('留存.dwk')], env)
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('另一个单位')
    expect(existsSync(at('kept-4'))).toBe(false)
  }, 60_000)

  const unusable: [name: string, change: (args: string[]) => string[], sentence: string][] = [
    ['an unknown organisation', (args) => args.map((arg) => (arg === 'ZB01' ? 'ZB99' : arg)), 'ZB99'],
    ['a missing workbook', (args) => args.map((arg) => (arg === workbook ? 'nowhere.xlsx' : arg)), '找不到工作簿'],
    ['no --out', (args) => args.slice(0, -2), '--out'],
    ['a year that is none', (args) => args.map((arg) => (arg === '2026' ? '26' : arg)), '--year'],
    ['a day that is none', (args) => args.map((arg) => (arg === '2026-12-31' ? '2026-02-30' : arg)), '--today'],
    ['an unknown format', (args) => [...args, '--format', 'odt'], '--format'],
    ['an unknown option', (args) => [...args, '--loud'], '看不懂'],
    [
      'a file that is no workbook',
      (args) => args.map((arg) => (arg === workbook ? join(root, 'package.json') : arg)),
      '另存为'
    ]
  ]
  it.each(unusable)('exits 2 and writes nothing for %s', (_name, change, sentence) => {
    const { status, stderr } = pack(change(usual('nothing')))
    expect(stderr).toContain(sentence)
    expect(status).toBe(2)
    expect(existsSync(at('nothing'))).toBe(false)
  })

  it('exits 2 and touches nothing when the folder is not empty', () => {
    mkdirSync(at('full'))
    writeFileSync(at('full', 'mine.txt'), 'mine')
    expect(pack(usual('full')).status).toBe(2)
    expect(readdirSync(at('full'))).toEqual(['mine.txt'])
    mkdirSync(at('empty'))
    expect(pack(usual('empty')).status).toBe(1)
  })
})
