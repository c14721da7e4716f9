import { cpSync, readFileSync } from 'node:fs'
import { importUpload } from '../factories/import.ts'
import { dirname, join } from 'node:path'
import { createTRPCClient, httpBatchStreamLink } from '@trpc/client'
import type { AppRouter } from '../../electron/http/root-router.ts'
import type { Founder } from '../../shared/features/vault/vault.ts'
import { type Program, root, startProgram } from './program.ts'

export const password = '一句记得住的话2026'
export const sampleLedger = join(root, 'resources/samples/示例台账.xlsx')

export const founder: Founder = {
  unit: '云溪县烟草专卖局（分公司）',
  organisationName: '中共云溪县烟草专卖局委员会',
  shortName: '县局党委',
  superior: '中共云州市烟草专卖局委员会',
  kind: '党委',
  branches: [],
  accountName: '林慧',
  accountTitle: '组织委员',
  password
}

/** The sample office in a closed store with its recovery code, to be copied for each test. */
export type Sample = { code: string; copyTo(folder: string): void }

/** The headers of a registered page, for calls that come from the test itself. */
export async function registered({ address, origin }: Pick<Program, 'address' | 'origin'>) {
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-app': '1' },
    body: JSON.stringify({ token: address.split('#t=')[1] })
  })
  const { session }: { session: string } = await response.json()
  return { 'x-app': '1', 'x-session': session }
}

/** Makes the sample office through the running program, as a page would: first run, upload, import, lock. */
export async function makeSample(folder: string): Promise<Sample> {
  const program = await startProgram({ folder })
  const headers = await registered(program)
  const client = createTRPCClient<AppRouter>({
    links: [httpBatchStreamLink({ url: `${program.origin}/api`, methodOverride: 'POST', headers })]
  })
  const code = await client.vault.newRecoveryCode.mutate()
  await client.vault.create.mutate({ founder, recoveryCode: code })
  const upload = await fetch(`${program.origin}/ledger/upload`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body: readFileSync(sampleLedger)
  })
  const { id }: { id: string } = await upload.json()
  await importUpload(client, id)
  await program.stop()
  const store = dirname(program.storeFile)
  return { code, copyTo: (target) => cpSync(store, join(target, 'store'), { recursive: true }) }
}
