import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeBackup, verifyBackup } from '../../electron/features/backup/backup-service.ts'
import { saveMember } from '../../electron/features/member/member-repository.ts'
import { rosterFigures, rosterJump, rosterPage } from '../../electron/features/member/member-roster-service.ts'
import { saveOrganisation } from '../../electron/features/organisation/organisation-repository.ts'
import { savePost } from '../../electron/features/post/post-repository.ts'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import { theProgram } from '../../electron/store/audit.ts'
import { openStore } from '../../electron/store/door.ts'
import type { OpenStore, StoreKeys } from '../../electron/store/store.ts'
import { makeVessel, openVessel, system, type Vessel } from '../faults/ground.ts'
import { aBranch, aMember, aMembership, aPost } from '../factories/records.ts'
import { clocked, clockedLater, type Line, middle, ms, repeated, times, withBest } from './lines.ts'

const today = '2026-11-21'
const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹'
const given = '建国志强秀英丽华文明晓东海燕春梅玉兰卫国红军小平佳欣浩然子轩雨桐思远'

/** A person of a large office: some facts missing, one in ten with a post, spread over its branches. */
const person = (number: number, branches: number) =>
  aMember(`m${number}`, {
    name: `${surnames[number % surnames.length]}${given[(number * 7) % given.length]}${given[(number * 13) % given.length]}`,
    phone: number % 3 === 0 ? null : `1380000${String(number).padStart(5, '0')}`,
    bornOn: number % 5 === 0 ? null : '1980-05-06',
    education: '大学本科',
    joinedOn: '2010-07-01',
    fullOn: '2011-07-01',
    memberships: [aMembership({ id: `s${number}`, organisationId: `b${number % branches}` })]
  })

const keys = (): StoreKeys => ({ db: Buffer.alloc(32, 7), audit: Buffer.alloc(32, 9) })

function officeOf(folder: string, people: number): OpenStore {
  const branches = Math.ceil(people / 100)
  const store = openStore(join(folder, `${people}.dwk`), keys(), { create: true })
  store.write((tables) => {
    for (let number = 0; number < branches; number += 1)
      saveOrganisation(tables, aBranch({ id: `b${number}`, code: `ZB${number}`, name: `第 ${number} 支部` }))
    for (let number = 0; number < people; number += 1) {
      saveMember(tables, person(number, branches))
      if (number % 10 === 0) savePost(tables, aPost(`m${number}`, '书记', { organisationId: `b${number % branches}` }))
    }
  })
  return store
}

const page = { organisationId: null, view: 'current', offset: 0, limit: 50 } as const

/** What the roster asks of its service, each as the page asks it. */
const questions: readonly (readonly [what: string, ask: (store: OpenStore, people: number) => unknown])[] = [
  ['page of 50, by post', (store) => rosterPage(store, today, { ...page, order: 'post' })],
  ['page of 50, by strokes', (store) => rosterPage(store, today, { ...page, order: 'stroke' })],
  ['page of 50, by pinyin', (store) => rosterPage(store, today, { ...page, order: 'pinyin' })],
  [
    'page of 50, in the middle, by post',
    (store, people) => rosterPage(store, today, { ...page, order: 'post', offset: people / 2 })
  ],
  ['page of one branch', (store) => rosterPage(store, today, { ...page, organisationId: 'b7', order: 'post' })],
  ['the figures above the roster', (store) => rosterFigures(store, today, null)],
  [
    'jump to typed letters',
    (store) =>
      rosterJump(store, today, { organisationId: null, view: 'current', order: 'stroke' }, { letters: 'z', from: 0 })
  ]
]

/** Pages of a small and a large office, in the service; the ratio is the growth, ×10 is linear. */
export function rosterLines(folder: string, runs: number): Line[] {
  const [small, large] = [officeOf(folder, 3000), officeOf(folder, 30_000)]
  const lines = questions.map(([what, ask]): Line => {
    const few = repeated(() => ask(small, 3000), runs)
    const many = repeated(() => ask(large, 30_000), runs)
    return {
      what: `${what}, 30,000 people`,
      peer: 'the same of 3,000 (×10 is linear)',
      ours: withBest(many),
      theirs: withBest(few),
      ratio: times(many.best / few.best),
      target: '≤ 50 ms'
    }
  })
  small.close()
  large.close()
  return lines
}

/** So many entries in the audit log, written in one transaction and locked away as usual. */
function fillLog(vessel: Vessel, entries: number): void {
  const open = openVessel(vessel)
  open.store.write(() => {
    for (let number = 0; number < entries; number += 1)
      open.store.log.append({ actor: theProgram, act: 'member.save', object: `m${number}`, result: 'ok' })
  })
  open.leave()
}

const alone = (what: string, ours: string, target = ''): Line => ({
  what,
  peer: '',
  ours,
  theirs: '',
  ratio: '',
  target
})

/** Unlocking and locking by the front door. */
async function sittings(vessel: Vessel, runs: number): Promise<{ unlocked: number; locked: number }> {
  const [unlocked, locked]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run += 1) {
    const vault = new Vault(vessel.storeFile, system)
    unlocked.push(
      await clockedLater(async () => {
        const opened = await vault.unlock(vessel.accountId, vessel.password)
        if (!opened.ok) throw new Error(opened.problem.message)
      })
    )
    locked.push(clocked(() => vault.lock()))
  }
  return { unlocked: middle(unlocked), locked: middle(locked) }
}

/** Unlocking, with a short and a long audit log, and the check of the log alone. */
export async function vaultLines(folder: string, runs: number): Promise<Line[]> {
  const vessel = await makeVessel(join(folder, '档案库.dwk'))
  const { unlocked: short, locked } = await sittings(vessel, runs)
  fillLog(vessel, 100_000)
  const { unlocked: long } = await sittings(vessel, runs)
  const open = openVessel(vessel)
  const check = middle(Array.from({ length: runs }, () => clocked(() => open.store.log.check())))
  open.close()
  return [
    alone('unlock: password to open store', ms(short), '≤ 1 s'),
    alone('lock', ms(locked), '≤ 1 s'),
    {
      what: 'unlock with 100,000 entries in the audit log',
      peer: 'with a new log',
      ours: ms(long),
      theirs: ms(short),
      ratio: times(long / short),
      target: '≤ 1 s'
    },
    alone('check the chain of 100,000 audit entries', ms(check))
  ]
}

/** A copy and its verification through the service, of a store as large as the design speaks of. */
export async function backupLines(folder: string, runs: number): Promise<Line[]> {
  const vessel = await makeVessel(join(folder, '备份库.dwk'), (store) =>
    store.write((tables) => {
      for (let number = 0; number < 30_000; number += 1)
        saveMember(
          tables,
          aMember(`m${number}`, {
            name: `张${number}`,
            note: '记'.repeat(400),
            memberships: [aMembership({ id: `s${number}`, organisationId: 'zb' })]
          })
        )
    })
  )
  const open = openVessel(vessel)
  const deps = { now: system.now(), version: '0' }
  const made = clocked(() => {
    const outcome = makeBackup(open, open.store, deps)
    if (!outcome.ok) throw new Error(outcome.problem.message)
  })
  const [name = ''] = readdirSync(join(folder, '备份'))
  const verified = clocked(() => {
    const outcome = verifyBackup(open, open.store, name)
    if (!outcome.ok) throw new Error(outcome.problem.message)
  })
  const size = Math.round(statSync(vessel.storeFile).size / 1e6)
  open.leave()
  const { unlocked, locked } = await sittings(vessel, runs)
  return [
    alone(`make a verified copy of ${size} MB, in the service`, ms(made), '≤ 3 s'),
    alone('verify it again from end to end', ms(verified)),
    alone(`unlock a store of ${size} MB`, ms(unlocked), '≤ 1 s'),
    alone(`lock it`, ms(locked), '≤ 1 s')
  ]
}
