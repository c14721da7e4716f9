import { createHmac } from 'node:crypto'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { copyKeysOf } from '../../electron/store/crypto.ts'
import { openDatabase, type RawDatabase } from '../../electron/store/open.ts'
import type { Chance } from './chance.ts'
import { freshFolder, lookInto, makeVessel, moveCopy, openVessel, type Run, type Vessel } from './ground.ts'
import { tally } from './table.ts'

/** Whoever has the PC and the password gets past the triggers; the chain's own key he has not. `at` is one entry, `last` the last. */
type Tampering = { kind: string; harm(db: RawDatabase, at: number, last: number, chance: Chance): void }

const fields = ['at', 'elapsed', 'counter', 'actor_id', 'actor_name', 'roles', 'act', 'object', 'result'] as const

const tamperings: readonly Tampering[] = [
  {
    kind: 'a field edited',
    harm: (db, at, _last, chance) => {
      const field = chance.pick(fields)
      db.exec(
        `UPDATE audit SET ${field} = ${field === 'elapsed' || field === 'counter' ? `${field} + 1` : "'改过的'"} WHERE seq = ${at}`
      )
    }
  },
  { kind: 'one taken out', harm: (db, at) => void db.exec(`DELETE FROM audit WHERE seq = ${at}`) },
  {
    kind: 'one taken out, the rest moved up',
    harm: (db, at) =>
      void db.exec(`DELETE FROM audit WHERE seq = ${at}; UPDATE audit SET seq = seq - 1 WHERE seq > ${at}`)
  },
  {
    kind: 'two exchanged',
    harm: (db, at) =>
      void db.exec(
        `UPDATE audit SET seq = -1 WHERE seq = ${at}; UPDATE audit SET seq = ${at} WHERE seq = ${at + 1}; UPDATE audit SET seq = ${at + 1} WHERE seq = -1`
      )
  },
  { kind: 'the tail cut off', harm: (db, at) => void db.exec(`DELETE FROM audit WHERE seq > ${at}`) },
  {
    kind: 'the rest rebuilt under a guessed key',
    harm: (db, at, last, chance) => {
      const key = Buffer.from([chance.below(256), chance.below(256), 3, 4])
      db.exec(`UPDATE audit SET act = 'nothing' WHERE seq = ${at}`)
      for (let seq = at; seq <= last; seq += 1)
        db.prepare('UPDATE audit SET hash = ? WHERE seq = ?').run(
          createHmac('sha256', key).update(`${seq}`).digest('hex'),
          seq
        )
    }
  }
]

function tamper(vessel: Vessel, kind: Tampering, chance: Chance): void {
  const db = openDatabase(vessel.storeFile, copyKeysOf(vessel.dataKey).db, false)
  db.exec('DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_cut')
  const last = Number(db.prepare('SELECT max(seq) FROM audit').pluck().get())
  kind.harm(db, 1 + chance.below(last - 2), last, chance)
  db.close()
}

export const auditTampering: Run = {
  name: 'audit-tampering',
  run: async (ground) => {
    const original = await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))
    const open = openVessel(original)
    for (let number = 0; number < 60; number += 1) open.note(`act.${number}`, 'ok', `${number}`)
    open.leave()
    const count = ground.times(50)
    const missed: string[] = []
    const found: string[] = []
    for (const kind of tamperings)
      for (let turn = 0; turn < count; turn += 1) {
        const vessel = moveCopy(original, freshFolder(ground))
        tamper(vessel, kind, ground.chance)
        const looked = lookInto(vessel, () => null)
        const finding = 'problem' in looked ? looked.problem : (looked.finding?.kind ?? null)
        if (finding === null) missed.push(`not found: ${kind.kind}`)
        else found.push(finding)
        rmSync(dirname(vessel.storeFile), { recursive: true })
      }
    ground.add({
      run: 'audit chain: 6 kinds of tampering',
      faults: count * tamperings.length,
      target: 'found every time',
      found: [tally(found), tally(missed)].filter(Boolean).join('; '),
      missed: missed.length
    })
  }
}
