import { type BrowserContext, expect, test as base } from 'playwright/test'
import { aProgramFolder, type Program, startProgram } from './program.ts'
import { makeSample, type Sample } from './sample.ts'

/** What the pages of a test said that they should not have said. */
export type Complaints = {
  /** Lets one kind of console line pass, such as the browser's own line on a refused request. */
  allow(pattern: RegExp): void
  left(): string[]
}

/** The browser itself reports an answer of 4xx; the tests that provoke one name it. */
export const refusedRequest = (status: number): RegExp => new RegExp(`Failed to load resource.*status of ${status} `)

/** Listens to every page of a context: console errors and warnings, uncaught errors, broken policy, requests to elsewhere. */
export async function watchPages(context: BrowserContext): Promise<Complaints> {
  const heard: string[] = []
  const allowed: RegExp[] = []
  context.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) heard.push(`${message.type()}: ${message.text()}`)
  })
  context.on('weberror', (error) => heard.push(`uncaught: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (hostname !== '127.0.0.1' && !['blob:', 'data:'].includes(protocol))
      heard.push(`request to elsewhere: ${request.url()}`)
  })
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy ${event.effectiveDirective} broken by ${event.blockedURI} ${event.sample}`)
    })
  })
  return {
    allow: (pattern) => allowed.push(pattern),
    left: () => heard.filter((line) => !allowed.some((pattern) => pattern.test(line)))
  }
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = aProgramFolder()
  try {
    await work(folder.path)
  } finally {
    folder.remove()
  }
}

/** The pages go before the program does: what a page says of a program that has ended is no complaint. */
async function running(
  folder: string,
  context: BrowserContext,
  use: (program: Program) => Promise<void>
): Promise<void> {
  const program = await startProgram({ folder })
  try {
    await use(program)
  } finally {
    for (const page of context.pages()) await page.close()
    await program.stop()
  }
}

type TestFixtures = {
  /** Listens in every test; a complaint left at the end fails it. */
  complaints: Complaints
  /** A running program without a store. */
  program: Program
  /** A running program with the sample office, locked. */
  office: Program & { code: string }
}

export const test = base.extend<TestFixtures, { sample: Sample }>({
  sample: [
    async ({ playwright: _playwright }, use) => {
      await inFolder(async (folder) => use(await makeSample(folder)))
    },
    { scope: 'worker' }
  ],
  complaints: [
    async ({ context }, use) => {
      const complaints = await watchPages(context)
      await use(complaints)
      expect(complaints.left()).toEqual([])
    },
    { auto: true }
  ],
  program: async ({ context }, use) => {
    await inFolder((folder) => running(folder, context, use))
  },
  office: async ({ context, sample }, use) => {
    await inFolder(async (folder) => {
      sample.copyTo(folder)
      await running(folder, context, (program) => use({ ...program, code: sample.code }))
    })
  }
})

export { expect }
