import { join } from 'node:path'
import { defineConfig } from 'playwright/test'
import { findBrowser } from './browser.ts'

const executablePath = findBrowser()
if (executablePath === null) {
  console.error('The journeys need Chromium, Chrome or Edge: install one, or name its program in DANGWU_BROWSER.')
  process.exit(1)
}

export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

/** The JSON report goes to the file named in PLAYWRIGHT_JSON_OUTPUT_FILE, where there is one. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  outputDir: join(import.meta.dirname, '../.results/journeys'),
  // The paths of tests/tsconfig.json are for the compiler only; the runner must load the real packages.
  tsconfig: join(import.meta.dirname, '../../tsconfig.json'),
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? [['list']] : [['list'], ['json']],
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    actionTimeout: 10_000,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: browserArguments }
  }
})
