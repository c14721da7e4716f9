import { describe, expect, it } from 'vitest'
import { addressKey } from '../../../../renderer/features/alert/alert-words.ts'

describe('what the address calls a finding', () => {
  const one = { organisationId: 'zb', code: 'W10' as const, topic: '杨世昌', subject: '杨世昌' }

  it('names nobody, stays the same, and tells findings apart', () => {
    expect(addressKey(one)).toMatch(/^[0-9a-z]+$/)
    expect(addressKey({ ...one })).toBe(addressKey(one))
    expect(addressKey({ ...one, topic: '罗玉', subject: '罗玉' })).not.toBe(addressKey(one))
  })
})
