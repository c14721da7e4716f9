import { createTRPCClient, httpBatchStreamLink } from '@trpc/client'
import type { Page } from 'playwright/test'
import type { AppRouter } from '../../electron/http/root-router.ts'
import type { Program } from './program.ts'

/** What a call of the page carries. */
export async function headersOf(page: Page): Promise<Record<string, string>> {
  const session = await page.evaluate(() => sessionStorage.getItem('dangwu-session'))
  return { 'x-app': '1', 'x-session': session ?? '' }
}

/** Calls the program with the session of the page. */
export async function clientOf(page: Page, { origin }: Pick<Program, 'origin'>) {
  const headers = await headersOf(page)
  const link = httpBatchStreamLink({ url: `${origin}/api`, methodOverride: 'POST', headers })
  return createTRPCClient<AppRouter>({ links: [link] })
}

export type Client = Awaited<ReturnType<typeof clientOf>>
