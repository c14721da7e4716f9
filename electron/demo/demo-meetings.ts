import type { AttachmentRecord } from '../../shared/features/attachment/attachment.ts'
import { allMeetings } from '../features/meeting/meeting-repository.ts'
import { putAttachment } from '../features/attachment/attachment-service.ts'
import { valueOrThrow } from '../http/trpc.ts'
import { type DemoDesk, demoYear } from './demo-desk.ts'
import { letter, type Letter, signedSheet } from './demo-files.ts'

/** A file with what is said of it. */
type Filed = { record: AttachmentRecord; recordId: string; name: string; caption: string; shownOn: string | null }

/** Files bytes at a record, as the page does by dropping a file on it. */
export async function attach(desk: DemoDesk, { caption, ...file }: Filed, bytes: Uint8Array): Promise<void> {
  const { system } = desk.deps
  const { account } = await desk.call.account.me()
  const incoming = { ...file, bytes, preview: null, original: null }
  const filing = { today: system.today(), newId: system.newId, accountName: account.name }
  const { id } = valueOrThrow(await putAttachment(desk.store(), incoming, filing))
  await desk.call.attachment.describe({ id, caption, shownOn: file.shownOn })
}

const sheets = ['ZB01-DH4', 'ZB01-DR11', 'ZB01-SH2026', 'ZB03-DH4', 'ZB07-PY2026', 'ZB06-PY2026'] as const

async function fileSheets(desk: DemoDesk): Promise<void> {
  for (const [index, number] of sheets.entries()) {
    const { id, date } = desk.meeting(number)
    const file = { record: 'meeting' as const, recordId: id, name: '签到表.png', caption: '签到表照片', shownOn: date }
    await attach(desk, file, signedSheet(14 + index * 2, index + 1))
  }
}

const approval = (code: string, title: readonly string[], text: readonly string[], on: string, number: string) => ({
  ...{ code, name: `${title.join('')}.pdf` },
  letter: { title, number, to: '', text, on } satisfies Letter
})

const approvals = [
  approval(
    'ZB01',
    ['关于机关第一党支部委员会', '选举结果的批复'],
    [
      '你支部关于换届选举结果的报告收悉。经研究，同意周启明同志任书记，林慧同志任副书记，许静、方国栋、郑一鸣同志任委员。',
      '望新一届委员会按照分工抓好各项工作，任期三年。'
    ],
    '2025-03-31',
    '云烟党〔2025〕8号'
  ),
  approval(
    'ZB02',
    ['关于同意机关第二党支部委员会', '延期换届的批复'],
    ['你支部关于延期换届的请示收悉。因机构调整方案尚未确定，同意延期至2026年12月31日。', '请在此期间做好换届准备。'],
    '2026-01-09',
    '云烟党〔2026〕2号'
  )
]

async function fileApprovals(desk: DemoDesk): Promise<void> {
  for (const { code, name, letter: words } of approvals) {
    const to = code === 'ZB01' ? '机关第一党支部：' : '机关第二党支部：'
    const bytes = await letter(desk.deps.documents, { ...words, to })
    const file = { record: 'organisation' as const, recordId: desk.organisation(code) }
    await attach(desk, { ...file, name, caption: words.title.join(''), shownOn: words.on }, bytes)
  }
}

/** The first three quarters of three branches are closed, the first one is in the archive; one was opened again. */
async function closeMeetings({ call, store, organisation, meeting }: DemoDesk): Promise<void> {
  const homes = new Set(['ZB01', 'ZB02', 'ZB06'].map(organisation))
  const held = store()
    .read(allMeetings)
    .filter(({ organisationId, date, year }) => homes.has(organisationId) && year === demoYear && date < '2026-10-01')
  const closed: { id: string; date: string }[] = []
  for (const { id, date } of held) {
    const { gaps, blocks } = await call.meeting.finish({ id })
    if (gaps.length === 0 && blocks.length === 0) closed.push({ id, date })
  }
  const early = closed.filter(({ date }) => date < '2026-04-01').map(({ id }) => id)
  if (early.length > 0) await call.meeting.archive({ ids: early })
  const { id } = meeting('ZB01-DH3')
  if (closed.some((one) => one.id === id))
    await call.meeting.reopen({ id, reason: '漏记列席的入党积极分子，补上后再完成。' })
}

async function report({ call, meeting }: DemoDesk): Promise<void> {
  for (const [number, reportedOn] of [
    ['ZB01-SH2026', '2026-08-19'],
    ['ZB03-SH2026', '2026-07-31']
  ] as const)
    await call.meeting.report({ id: meeting(number).id, reportedTo: '县局党委', reportedOn })
}

/** Files, closed and archived records, and what went to the level above. */
export async function fillMeetings(desk: DemoDesk): Promise<void> {
  await fileSheets(desk)
  await fileApprovals(desk)
  await report(desk)
  await closeMeetings(desk)
}
