import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultOfficeSettings } from '../shared/features/setting/setting.ts'
import { passwordSchema } from '../shared/features/vault/vault.ts'
import type { RawSheet } from '../shared/kernel/cells.ts'
import { isDay } from '../shared/kernel/dates.ts'
import { answered, passwordFor, readValues, Unusable } from './command.ts'
import { systemFontFolders } from './documents/system-fonts.ts'
import { createRenderer, type DocumentFormat, type DocumentRenderer } from './documents/renderer.ts'
import { isNotice } from '../shared/features/ledger/ledger.ts'
import { commandReader } from './features/ledger/ledger-office.ts'
import { applyLedger, organisationByCode, previewLedger, sharesOffice } from './features/ledger/ledger-service.ts'
import { planPack } from './features/pack/pack-service.ts'
import { renderOptions, renderPaper } from './features/paper/paper-service.ts'
import { isFree } from './features/pack/pack-place.ts'
import { type PackResult, writePack } from './features/pack/pack-writer.ts'
import { writeOfficeSettings } from './features/setting/setting-service.ts'
import { Vault } from './features/vault/vault-service.ts'
import { resourcesFolder, storeFileOf } from './shell-options.ts'
import { random } from './store/crypto.ts'
import { newRecoveryCode } from './store/recovery-code.ts'
import type { Store } from './store/store.ts'
import { createSystem, type System } from './system.ts'
import { readWorkbookInWorker } from './workbook/workbook-reader-host.ts'

const usage = `用法：npm run pack -- --workbook 台账.xlsx --organisation 编码 --year 2026 --out 文件夹 [选项]
  --today 2026-12-31   按这一天计算，默认今天
  --store 文件.dwk     保留档案库（口令现场输入，或放在环境变量 DANGWU_PASSWORD）
  --format docx|pdf|both   默认 both`

type Options = {
  workbook: string
  organisation: string
  year: number
  today: string | undefined
  out: string
  store: string | undefined
  formats: DocumentFormat[]
}

function readOptions(args: string[]): Options {
  const {
    workbook,
    organisation,
    year,
    today,
    out,
    store,
    format = 'both'
  } = readValues(args, ['workbook', 'organisation', 'year', 'today', 'out', 'store', 'format'], usage)
  if (workbook === undefined || organisation === undefined || year === undefined || out === undefined)
    throw new Unusable(`缺少必需的选项（--workbook、--organisation、--year、--out）。\n${usage}`)
  if (!/^(19|20)\d{2}$|^2100$/.test(year)) throw new Unusable(`--year 应是 1900 到 2100 的年份，收到“${year}”。`)
  if (today !== undefined && !isDay(today)) throw new Unusable(`--today 应写成 2026-12-31 这样的日期，收到“${today}”。`)
  if (format !== 'docx' && format !== 'pdf' && format !== 'both')
    throw new Unusable(`--format 应是 docx、pdf 或 both，收到“${format}”。`)
  if (!existsSync(workbook)) throw new Unusable(`找不到工作簿“${workbook}”，请检查路径。`)
  if (!isFree(out)) throw new Unusable(`文件夹“${out}”里已经有文件，没有改动它。请换一个空文件夹。`)
  const formats: DocumentFormat[] = format === 'both' ? ['docx', 'pdf'] : [format]
  return { workbook, organisation, year: Number(year), today, out, store, formats }
}

async function readSheets(path: string): Promise<RawSheet[]> {
  const workerUrl = new URL('./workbook-reader-worker.js', import.meta.url)
  const read = await readWorkbookInWorker(readFileSync(path), workerUrl)
  if (!read.ok) throw new Unusable(read.problem.message)
  return read.value
}

const accountName = '命令行'

async function makeStore(vault: Vault, password: string): Promise<string> {
  const code = newRecoveryCode()
  const unit = '（命令行建立）'
  const founder = {
    unit,
    organisationName: unit,
    shortName: '',
    superior: '',
    kind: '党支部',
    branches: [],
    accountName,
    accountTitle: '',
    password
  } as const
  const made = await vault.create({ ...founder, branches: [] }, code, (tables) =>
    writeOfficeSettings(tables, { ...defaultOfficeSettings, unit })
  )
  if (!made.ok) throw new Unusable(made.problem.message)
  return code
}

async function openKeptStore(vault: Vault, file: string): Promise<void> {
  const password = await passwordFor(`档案库 ${file} `)
  const status = vault.status()
  if (status.state === 'new') {
    const checked = passwordSchema.safeParse(password)
    if (!checked.success) throw new Unusable(checked.error.issues[0]?.message ?? '口令不合要求。')
    console.error(
      `新建档案库 ${file}，使用人“${accountName}”。恢复码只显示这一次，请抄下：\n${await makeStore(vault, password)}`
    )
    return
  }
  const [account] = status.accounts
  if (account === undefined) throw new Unusable(status.problem?.message ?? '档案库打不开。')
  const opened = await vault.unlock(account.id, password)
  if (!opened.ok) throw new Unusable(opened.problem.message)
}

/** `key`: the L3 key of a store that is gone after the run, null for a kept one, whose own only its password opens. */
type OpenedStore = { store: Store; key: Buffer | null; close(): void }

async function openStoreFor(options: Options, system: System): Promise<OpenedStore> {
  const folder = options.store === undefined ? mkdtempSync(join(tmpdir(), 'dangwu-pack-')) : null
  const file = folder === null ? storeFileOf(options.store ?? '') : join(folder, '临时.dwk')
  const vault = new Vault(file, system)
  const key = folder === null ? null : Buffer.from(random(32))
  const close = (): void => {
    key?.fill(0)
    vault.lock()
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      close()
      process.exit(130)
    })
  try {
    if (folder === null) await openKeptStore(vault, file)
    else await makeStore(vault, newRecoveryCode())
  } catch (error) {
    close()
    throw error
  }
  if (vault.store === null) throw new Error('the store did not open')
  return { store: vault.store, key, close }
}

function printFindings({ report, missingCharacters }: PackResult): void {
  for (const fault of report.faults) {
    const place = [fault.sheet, fault.row === null ? '' : `第${fault.row}行`, fault.column ?? '']
      .filter(Boolean)
      .join(' ')
    console.log(
      `${isNotice({ ...fault, code: fault.code as 'sheet-unknown' }) ? '提示' : '退回'} ${place}：${fault.message}`
    )
  }
  for (const { code, level, subject, message } of report.warnings)
    console.log(`${code} ${level} ${subject}：${message}`)
  for (const meeting of report.meetings)
    for (const { code, message } of meeting.contradictions) console.log(`矛盾 ${meeting.number} ${code}：${message}`)
  for (const { title, characters } of missingCharacters)
    console.log(`缺字 ${title}：字体里没有${characters.join('、')}，印成了〓，请手工补写。`)
}

/** Looked up before anything is imported, so that a wrong code leaves a kept store as it was. */
function requireOrganisation(store: Store, sheets: RawSheet[], code: string): void {
  const planned = previewLedger(store, sheets, { today: '2000-01-01', newId: randomUUID }).organisations.create
  if (organisationByCode(store, code) === null && !planned.some((one) => one.code === code))
    throw new Unusable(`没有编码为“${code}”的党组织，或它所在的行被退回。`)
}

type PackCall = { options: Options; system: System; documents: DocumentRenderer }

/** Imports the sheets into the store and writes the pack of it; what the shell is to answer. */
async function packInto({ store, key }: OpenedStore, sheets: RawSheet[], call: PackCall): Promise<number> {
  const { options, system, documents } = call
  const today = system.today()
  if (!sharesOffice(store, sheets)) throw new Unusable('这个档案库属于另一个单位（党组织编码没有一个相同），没有导入。')
  requireOrganisation(store, sheets, options.organisation)
  const applied = applyLedger(store, sheets, 'accepted', {
    today,
    newId: system.newId,
    by: { at: system.now().toISOString(), accountName },
    reader: commandReader(key)
  })
  if (!applied.ok) throw new Unusable(applied.problem.message)
  const { faults } = applied.value
  const root = organisationByCode(store, options.organisation)
  if (root === null) throw new Error('an organisation that was checked is gone')
  const plan = planPack(store, root, { year: options.year, today, faults })
  const result = await writePack(options.out, plan, {
    render: (paper, format) => renderPaper(store, documents, paper, format),
    renderBook: (book) => documents.renderBook(book, renderOptions(store)),
    countPages: documents.countPages,
    formats: options.formats,
    year: options.year,
    today
  })
  printFindings(result)
  console.log(`已写出 ${result.report.pack.documents} 件材料到 ${options.out}`)
  return faults.some((fault) => !isNotice(fault)) ? 1 : 0
}

async function pack(options: Options): Promise<number> {
  const system = createSystem(options.today)
  const documents = createRenderer({
    fontsFolder: join(resourcesFolder(), 'fonts'),
    systemFolders: systemFontFolders(process.platform, process.env),
    workerUrl: new URL('./render-worker.js', import.meta.url)
  })
  // The threads load while the file is read and the store opened; what fails there fails again when it is asked for.
  for (const format of options.formats) documents.warm(format).catch(() => {})
  try {
    const sheets = await readSheets(options.workbook)
    const opened = await openStoreFor(options, system)
    try {
      return await packInto(opened, sheets, { options, system, documents })
    } finally {
      opened.close()
    }
  } finally {
    await documents.close()
  }
}

/** `npm run pack`: 0 written, 1 written but rows were refused, 2 the call or a file is unusable and nothing was written. */
export const packCommand = (args: string[]): Promise<number> => answered(() => pack(readOptions(args)))
