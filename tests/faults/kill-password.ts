import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'drizzle-orm'
import { allAccounts, pastPasswords } from '../../electron/features/account/account-repository.ts'
import { Vault } from '../../electron/features/vault/vault-service.ts'
import { inTwoLanes, pause, Stable } from './children.ts'
import { freshFolder, lookInto, makeVessel, moveCopy, openVessel, type Run, system, type Vessel } from './ground.ts'
import { passed } from './jobs.ts'
import { tally } from './table.ts'

const nextPassword = '换过的一句话也记得住2027'

/** What the store knows of the password: how many former ones, and whether it must be changed. */
function knownOf(vessel: Vessel): { past: number; mustChange: boolean } | string {
  const looked = lookInto(vessel, (_open, tables) => {
    const account = allAccounts(tables).find((one) => one.id === vessel.accountId)
    return { past: pastPasswords(tables, vessel.accountId).length, mustChange: account?.mustChange ?? false }
  })
  return 'value' in looked ? looked.value : looked.problem
}

async function opensWith(vessel: Vessel, password: string): Promise<boolean> {
  const vault = new Vault(vessel.storeFile, system)
  const opened = await vault.unlock(vessel.accountId, password)
  vault.lock()
  return opened.ok
}

/**
 * After the cut exactly one of the two passwords opens, the new one if it was promised. With the old one the store must
 * not believe in the change: a password somebody else has set would stay, and the new one be refused as used before.
 */
async function settlePassword(vessel: Vessel, said: readonly string[]): Promise<{ faults: string[]; state: string }> {
  const known = knownOf(vessel)
  if (typeof known === 'string') return { faults: [`cannot open: ${known}`], state: '' }
  const promised = said.includes('changed')
  const isNew = await opensWith(vessel, nextPassword)
  const isOld = !isNew && (await opensWith(vessel, vessel.password))
  const faults = [
    ...(isNew || isOld ? [] : ['neither password opens']),
    ...(promised && !isNew ? ['acknowledged change lost'] : []),
    ...(isOld && !known.mustChange ? ['the old password opens, the store takes it for changed'] : []),
    ...(isOld && known.past > 1 ? ['the old password opens, the new one counts as used'] : [])
  ]
  return { faults, state: isNew ? (known.mustChange ? 'new, asked to change again' : 'new') : 'old' }
}

export const passwordRun: Run = {
  name: 'kill-password',
  run: async (ground) => {
    const count = ground.times(100)
    const original = await makeVessel(join(freshFolder(ground, 'v'), '档案库.dwk'))
    const open = openVessel(original)
    open.store.write((tables) => tables.run(sql`UPDATE account SET must_change = 1`))
    open.leave()
    const stable = new Stable()
    const faults: string[] = []
    const states: string[] = []
    let took = 0
    await inTwoLanes(count, async (turn) => {
      const vessel = moveCopy(original, freshFolder(ground))
      const child = stable.take({ do: 'password', vessel: passed(vessel), next: nextPassword })
      await child.said('begun')
      const started = Date.now()
      if (turn < 2) {
        await child.said('changed')
        took = Math.max(took, Date.now() - started)
      } else await pause(ground.chance.below(took * 1.1))
      const settled = await settlePassword(vessel, await child.kill())
      faults.push(...settled.faults)
      states.push(settled.state)
      rmSync(dirname(vessel.storeFile), { recursive: true })
    })
    await stable.close()
    ground.add({
      run: 'kill -9 in password change',
      faults: count,
      target: 'one of the two opens, store and key file agree',
      found: `${tally(states)}${faults.length === 0 ? '' : `; ${tally(faults)}`}`,
      missed: faults.length
    })
  }
}
