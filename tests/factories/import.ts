import type { TestOffice } from './office.ts'

type Client = Pick<TestOffice['client'], 'ledger'>

/** Puts a workbook on the shelf and answers with its id, as the page does. */
export async function uploadLedger(app: TestOffice['app'], bytes: Uint8Array): Promise<string> {
  const response = await app(
    new Request('http://127.0.0.1/ledger/upload', {
      method: 'POST',
      headers: { 'x-app': '1', 'content-type': 'application/octet-stream' },
      body: Buffer.from(bytes)
    })
  )
  const answer = (await response.json()) as { id?: string }
  if (answer.id === undefined) throw new Error(JSON.stringify(answer))
  return answer.id
}

/** Imports what is on the shelf and waits for its end. */
export async function importUpload(client: Client, id: string, mode: 'all' | 'accepted' = 'all') {
  for await (const { summary } of await client.ledger.importRows.mutate({ id, mode }))
    if (summary !== null) return summary
  throw new Error('the import ended without a summary')
}
