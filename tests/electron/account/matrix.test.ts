import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '../../../shared/features/account/account.ts'
import { grantOf, type Right } from '../../../shared/features/account/rights.ts'
import { rootRouter } from '../../../electron/http/root-router.ts'
import { saveAccount } from '../../../electron/features/account/account-repository.ts'
import { anOffice, problemOf, type TestOffice } from '../../factories/office.ts'

type Registered = { path: string; type: string; needs: readonly Right[] | 'open store' | 'nothing' }

type Definition = { _def: { type: string; meta?: { needs: Registered['needs'] } } }

const procedures: Registered[] = Object.entries(
  rootRouter._def.procedures as unknown as Record<string, Definition>
).map(([path, { _def }]) => ({ path, type: _def.type, needs: _def.meta?.needs ?? [] }))

let office: TestOffice
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office.remove())

/** The account at the keyboard gets exactly these roles, past the rules that would keep it an administrator. */
function become(held: Role[]): void {
  const { account } = office.vault
  if (account === null || office.vault.store === null) throw new Error('locked')
  const record = { ...account, roles: held }
  office.vault.store.write((tables) => saveAccount(tables, record))
}

/** Whether the door lets the call through to the input's check: an input nobody can mean is refused after the right was. */
async function isLetThrough({ path, type }: Registered): Promise<boolean> {
  const client = office.client as unknown as Record<
    string,
    Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  >
  const [record = '', name = ''] = path.split('.')
  const call = client[record]?.[name]?.[type === 'mutation' ? 'mutate' : 'query']
  if (call === undefined) throw new Error(`no procedure ${path}`)
  try {
    const { code } = await problemOf(call({ nonsense: true }))
    return code !== 'not-allowed'
  } catch (error) {
    if (error instanceof Error && error.message === 'the call was not refused') return true
    throw error
  }
}

/** These would change or close the store they are tried on. */
const harmful = new Set([
  'backup.make',
  'vault.lock',
  'vault.create',
  'vault.unlock',
  'vault.recover',
  'vault.signFinding'
])

describe('every procedure', () => {
  it('says which right it needs', () => {
    for (const { path, needs } of procedures)
      expect(needs === 'open store' || needs === 'nothing' || needs.length > 0, path).toBe(true)
    const open = procedures.filter(({ needs }) => needs === 'open store' || needs === 'nothing').map(({ path }) => path)
    expect(open.sort()).toEqual(
      [
        'account.me',
        'backup.look',
        'backup.owners',
        'backup.restoreOutside',
        'backup.status',
        'draft.preference',
        'draft.read',
        'draft.remove',
        'draft.save',
        'draft.savePreference',
        'setting.office',
        'vault.changePassword',
        'vault.create',
        'vault.lock',
        'vault.newRecoveryCode',
        'vault.recover',
        'vault.status',
        'vault.touch',
        'vault.unlock'
      ].sort()
    )
  })

  it('that writes records asks for a right that readers do not have', () => {
    const records = [
      'organisation',
      'attachment',
      'member',
      'post',
      'suspension',
      'exemption',
      'life',
      'rectification',
      'phrase',
      'meeting',
      'ledger',
      'whereabouts',
      'journal',
      'plan',
      'talk',
      'talkPlan',
      'occasion',
      'supervision',
      'seal',
      'evaluation',
      'poll',
      'appraisal',
      'ballot',
      'checklist',
      'alert',
      'disposal',
      'task',
      'report',
      'study',
      'rule'
    ]
    for (const { path, type, needs } of procedures) {
      const [record = ''] = path.split('.')
      if (type !== 'mutation' || !records.includes(record) || typeof needs === 'string') continue
      expect(
        needs.every((right) => grantOf(['只读'], right, false) === null),
        path
      ).toBe(true)
    }
  })

  for (const role of roles)
    it(`lets ${role} through exactly where the paper says so`, async () => {
      become([role])
      const allowed = procedures.filter(({ path, needs }) => !harmful.has(path) && typeof needs !== 'string')
      for (const procedure of allowed) {
        const wanted = (procedure.needs as readonly Right[]).some((right) => grantOf([role], right, false) !== null)
        expect(await isLetThrough(procedure), `${role} ${procedure.path}`).toBe(wanted)
      }
    })

  it('is closed to an account without any role, and the refusal stands in the log', async () => {
    become([])
    for (const procedure of procedures.filter(({ needs }) => typeof needs !== 'string'))
      expect(await isLetThrough(procedure), procedure.path).toBe(false)
    become(['审计员'])
    const filter = { actorId: null, act: 'member', text: '', from: null, to: null }
    const { lines } = await office.client.audit.list.query({ filter, offset: 0, limit: 50 })
    expect(lines).toContainEqual(expect.objectContaining({ act: 'member.remove', result: 'not-allowed', roles: '' }))
  })
})

/** Byte routes by the right they need; ids that do not exist are refused only after the right was asked for. */
const routes: [path: string, right: Right, method: 'GET' | 'POST'][] = [
  ['/ledger/export.xlsx', 'records.write', 'GET'],
  ['/ledger/upload', 'records.write', 'POST'],
  ['/documents/meeting/none/minutes.pdf', 'records.read', 'GET'],
  ['/documents/meeting/none/minutes.pdf?use=print', 'records.write', 'GET'],
  ['/documents/meeting/none/sign-in.docx', 'records.write', 'GET'],
  ['/documents/organisation/none/roster.pdf', 'records.read', 'GET'],
  ['/documents/organisation/none/roster.pdf?citizenId=full', 'records.write', 'GET'],
  ['/documents/organisation/none/chart.xlsx', 'records.write', 'GET'],
  ['/documents/member/none/record.pdf', 'records.read', 'GET'],
  ['/documents/member/none/record.pdf?citizenId=full', 'records.write', 'GET'],
  ['/documents/member/none/record.docx', 'records.write', 'GET'],
  ['/documents/study/none/hours.pdf?year=2026', 'records.read', 'GET'],
  ['/documents/study/none/hours.pdf?year=2026&use=print', 'records.write', 'GET'],
  ['/documents/study/none/hours.xlsx?year=2026', 'records.write', 'GET'],
  ['/documents/plan/all/year.pdf?year=2026', 'records.read', 'GET'],
  ['/documents/plan/all/coverage.pdf?year=2026&use=print', 'records.write', 'GET'],
  ['/documents/plan/none/coverage.xlsx?year=2026', 'records.write', 'GET'],
  ['/documents/talk/record/none/record.pdf', 'talk.L1.read', 'GET'],
  ['/documents/talk/branch/none/coverage.pdf?year=2026', 'talk.overview', 'GET'],
  ['/documents/talk/branch/none/ledger.xlsx?year=2026', 'records.write', 'GET'],
  ['/documents/talk/blank/none/form.pdf', 'talk.overview', 'GET'],
  ['/documents/supervision/all/register.pdf?blank=true', 'talk.L3.read', 'GET'],
  ['/documents/evaluation/none/2026/forms.pdf', 'evaluation.enter', 'GET'],
  ['/documents/evaluation/none/2026/ballot.pdf?use=print', 'evaluation.enter', 'GET'],
  ['/documents/evaluation/none/2026/count.pdf?figures=true', 'evaluation.tally', 'GET'],
  ['/documents/evaluation/none/2026/tally.xlsx', 'evaluation.tally', 'GET'],
  ['/documents/evaluation/none/2026/result.pdf', 'evaluation.grade.read', 'GET'],
  ['/documents/evaluation/none/2026/result.docx', 'records.write', 'GET'],
  ['/documents/poll/none/ballot.pdf', 'evaluation.enter', 'GET'],
  ['/documents/poll/none/summary.pdf', 'evaluation.tally', 'GET'],
  ['/documents/poll/none/comprehensive.pdf', 'evaluation.tally', 'GET'],
  ['/documents/poll/none/public.pdf', 'evaluation.grade.read', 'GET'],
  ['/documents/appraisal/none/2026/forms.pdf', 'evaluation.enter', 'GET'],
  ['/documents/appraisal/none/2026/negative.pdf', 'evaluation.tally', 'GET'],
  ['/documents/appraisal/none/2026/ballots.pdf', 'evaluation.grade.read', 'GET'],
  ['/documents/appraisal/none/2026/ballots.pdf?figures=true', 'evaluation.tally', 'GET'],
  ['/documents/appraisal/none/2026/all.pdf', 'evaluation.tally', 'GET'],
  ['/documents/appraisal/none/2026/notice.docx', 'records.write', 'GET'],
  ['/documents/alert/all/2026/list.pdf', 'records.read', 'GET'],
  ['/documents/alert/all/2026/list.pdf?use=print', 'records.write', 'GET'],
  ['/documents/alert/none/2026/list.xlsx', 'records.write', 'GET'],
  ['/documents/ballot/none/slips.pdf', 'evaluation.enter', 'GET'],
  ['/documents/report/none/2026/summary.pdf', 'records.read', 'GET'],
  ['/documents/report/none/2026/talks.pdf', 'talk.overview', 'GET'],
  ['/documents/report/none/2026/evaluation.pdf', 'evaluation.grade.read', 'GET'],
  ['/documents/report/none/2026/digest.docx', 'records.write', 'GET'],
  ['/documents/attachment/meeting/none', 'records.write', 'POST'],
  ['/documents/attachment/none/file', 'records.read', 'GET'],
  ['/documents/attachment/none/preview', 'records.read', 'GET'],
  ['/documents/attachment/none/file?use=save', 'records.write', 'GET'],
  ['/documents/attachment/none/file?use=print', 'records.write', 'GET'],
  ['/documents/attachment/none/original', 'records.write', 'GET'],
  ['/documents/rule/list.pdf', 'records.read', 'GET'],
  ['/documents/rule/package.json', 'records.write', 'GET'],
  ['/documents/audit/summary.pdf', 'audit.sign', 'GET']
]

describe('every file', () => {
  for (const role of roles)
    it(`goes to ${role} exactly where the paper says so`, async () => {
      become([role])
      for (const [path, right, method] of routes) {
        const headers = { 'x-app': '1', ...(method === 'POST' ? { 'content-type': 'application/octet-stream' } : {}) }
        const body = method === 'POST' ? { body: Buffer.from('no workbook') } : {}
        const { status } = await office.app(new Request(`http://127.0.0.1${path}`, { method, headers, ...body }))
        expect(status !== 403, `${role} ${path}`).toBe(grantOf([role], right, false) !== null)
      }
    })
})
