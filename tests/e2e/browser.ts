import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

function onPath(name: string): string | null {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

/** The browser the journeys run in: the one named in DANGWU_BROWSER, Playwright's own, or one on the PATH. */
export function findBrowser(): string | null {
  const named = process.env['DANGWU_BROWSER']
  if (named !== undefined) return existsSync(named) ? named : null
  const own = chromium.executablePath()
  if (existsSync(own)) return own
  return names.map(onPath).find((path) => path !== null && path !== '') ?? null
}
