import { existsSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from './fixtures.ts'
import { openDoor } from './steps.ts'

// The aim is ten seconds on a quiet machine; the figure is printed, the limit only catches a start that hangs.
test('stands ready to be unlocked soon after the command', async ({ page, office }) => {
  const opened = performance.now()
  await openDoor(page, office)
  await expect(page.getByRole('button', { name: /^解锁/ })).toBeEnabled()
  const shown = Math.round(performance.now() - opened)
  console.log(`start: address after ${office.startedIn} ms, door ${shown} ms later`)
  expect(office.startedIn + shown).toBeLessThan(60_000)
})

test('ends in order when the terminal is closed and leaves nothing that was not there', async ({ page, office }) => {
  const before = readdirSync(dirname(office.storeFile)).sort()
  await openDoor(page, office)
  await page.close()
  await office.stop()
  expect(readdirSync(dirname(office.storeFile)).sort()).toEqual(before)
  expect(readdirSync(office.temporary)).toEqual([])
  expect(existsSync(office.storeFile)).toBe(true)
})
