import { describe, expect, it } from 'vitest'
import { newOrganisation, tidyOrganisation } from '../../../../renderer/features/member/organisation-draft.ts'
import { organisationKinds } from '../../../../shared/features/organisation/organisation.ts'

describe('the form of an organisation', () => {
  it('keeps 记录起始日 only where meetings are asked for', () => {
    const start = (kind: (typeof organisationKinds)[number]) =>
      tidyOrganisation({ ...newOrganisation(null), kind, recordsFrom: '2026-11-01' }).recordsFrom
    expect(organisationKinds.filter((kind) => start(kind) !== null)).toEqual(['党支部', '联合党支部', '临时党支部'])
    expect(start('党支部')).toBe('2026-11-01')
  })

  it('empties it where it was emptied', () => {
    expect(tidyOrganisation({ ...newOrganisation(null), kind: '党支部', recordsFrom: null }).recordsFrom).toBeNull()
  })
})
