import { describe, expect, it } from 'vitest'
import {
  addVolume,
  changeVolume,
  draftOf,
  placeGroup,
  removeVolume,
  schemeOf
} from '../../../../renderer/features/pack/scheme-draft.ts'
import { usualScheme } from '../../../../shared/features/pack/volume-scheme.ts'

const usual = draftOf(usualScheme)
const faultsOf = (draft: typeof usual) => schemeOf(draft).faults.map(({ at, says }) => `${at}: ${says}`)

describe('the volumes of an office being written', () => {
  it('comes back as it was when nothing is changed', () => {
    expect(schemeOf(usual)).toEqual({ scheme: usualScheme, faults: [] })
  })

  it('keeps papers in their volume while its number changes, and orders volumes by number', () => {
    const { scheme } = schemeOf(changeVolume(usual, 3, { number: '12' }))
    expect(scheme?.places.meetings).toBe('12')
    expect(scheme?.volumes.at(-1)).toEqual({ number: '12', name: '三会一课' })
  })

  it('asks for a volume for papers whose volume was taken away', () => {
    const draft = removeVolume(usual, 6)
    expect(faultsOf(draft)).toEqual(['place admission: 请给“发展党员”选一卷'])
    expect(schemeOf(draft).scheme).toBeNull()
    expect(schemeOf(placeGroup(draft, 'admission', 2)).scheme?.places.admission).toBe('03')
  })

  it('says which field is wrong, and which number is used twice', () => {
    expect(faultsOf(changeVolume(usual, 3, { name: ' ' }))).toEqual(['name 3: 请填卷名'])
    expect(faultsOf(changeVolume(usual, 3, { number: '4' }))).toContain('number 3: 卷号应是 01 到 99 的两位数字')
    expect(faultsOf(changeVolume(usual, 3, { number: '05' }))).toEqual(['volumes: 卷号 05 用了两次，每卷一个号'])
  })

  it('adds a volume after the highest number', () => {
    const { volumes } = addVolume(changeVolume(usual, 0, { number: '20' }))
    expect(volumes.at(-1)).toEqual({ key: 8, number: '21', name: '' })
  })
})
