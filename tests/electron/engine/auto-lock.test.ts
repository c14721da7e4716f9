import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startAutoLock } from '../../../electron/engine/auto-lock.ts'
import { anOffice, aSystem, type TestOffice } from '../../factories/office.ts'

let office: TestOffice

beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

describe('the automatic lock', () => {
  it('waits the minutes the office set, counted from the last touch', async () => {
    await office.client.setting.saveOffice.mutate({ unit: '县局', superior: '', autoLockMinutes: 2 })
    const system = aSystem()
    const lock = startAutoLock(office.vault, system, 10)
    const settle = () => new Promise((resolve) => setTimeout(resolve, 60))
    system.forward(110_000)
    lock.touched()
    system.forward(110_000)
    await settle()
    expect(office.vault.store).not.toBeNull()
    system.forward(11_000)
    await vi.waitFor(() => expect(office.vault.store).toBeNull())
    lock.stop()
  })
})
