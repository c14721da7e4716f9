import { describe, expect, it } from 'vitest'
import {
  duplicatePairs,
  mergedFact,
  mergedMember,
  mergeFields
} from '../../../../shared/features/member/duplicate-rules.ts'
import type { Member } from '../../../../shared/features/member/member.ts'
import { isCitizenId } from '../../../../shared/kernel/citizen-id.ts'
import { aBranch, aMember, aMembership } from '../../../factories/records.ts'

const today = '2026-11-20'
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** A valid number from its first 17 digits. */
const numbered = (digits: string): string =>
  `${digits}${'10X98765432'[[...digits].reduce((sum, digit, index) => sum + Number(digit) * (weights[index] ?? 0), 0) % 11]}`
const person = (id: string, part: Partial<Member>): Member =>
  aMember(id, { name: '张伟', memberships: [aMembership({ id: `s${id}`, organisationId: `home-${id}` })], ...part })
const reasons = (one: Partial<Member>, other: Partial<Member>): string[] =>
  duplicatePairs([person('a', one), person('b', other)], today).flatMap((pair) => pair.reasons)

describe('people who may be entered twice', () => {
  it('share name and birth date, typed or inside the number', () => {
    expect(reasons({ bornOn: '1976-03-02' }, { bornOn: '1976-03-02' })).toEqual(['同名，同一天出生（1976-03-02）'])
    expect(reasons({ bornOn: '1976-03-02' }, { citizenId: numbered('53010219760302111') })).toEqual([
      '同名，同一天出生（1976-03-02）'
    ])
    expect(reasons({ bornOn: '1976-03-02' }, { bornOn: '1976-03-03' })).toEqual([])
  })

  it('share name and phone, however it is written, and the day of admission makes it surer', () => {
    expect(
      reasons({ phone: '138 0000-0000', joinedOn: '2000-07-01' }, { phone: '13800000000', joinedOn: '2000-07-01' })
    ).toEqual(['同名，手机号码相同', '入党日期相同'])
    expect(reasons({ name: '张伟', phone: '1' }, { name: '李强', phone: '1' })).toEqual([])
  })

  it('have names that sound alike and one birth date', () => {
    expect(reasons({ bornOn: '1976-03-02' }, { name: '章玮', bornOn: '1976-03-02' })).toEqual([
      '姓名读音相同（张伟、章玮），同一天出生（1976-03-02）'
    ])
    expect(reasons({ name: '西安', bornOn: '1976-03-02' }, { name: '先', bornOn: '1976-03-02' })).toEqual([])
  })

  it('have numbers that differ in two places; numbers further apart are two people, whatever else agrees', () => {
    const [one, near, far] = ['53010219760302111', '53010219760302121', '53010219760302222'].map(numbered)
    expect([one, near, far].every((number) => isCitizenId(number ?? ''))).toBe(true)
    expect(reasons({ citizenId: one ?? null }, { citizenId: near ?? null })).toEqual([
      '身份证号只差两位',
      '同名，同一天出生（1976-03-02）'
    ])
    expect(reasons({ citizenId: one ?? null, phone: '1' }, { citizenId: far ?? null, phone: '1' })).toEqual([])
  })

  it('find a wrong birth date inside the number too', () => {
    const [one, other] = [numbered('53010219760302111'), numbered('53010219760312111')]
    expect(reasons({ citizenId: one }, { citizenId: other })[0]).toMatch(/身份证号只差/)
  })

  it('stand in one branch under one name, the second with nothing to tell him by', () => {
    const home = { memberships: [aMembership()] }
    expect(reasons({ ...home, bornOn: '1976-03-02' }, home)).toEqual([
      '同名，同在一个组织，其中一人没有身份证号和出生日期'
    ])
    expect(reasons({ ...home, bornOn: '1976-03-02' }, { ...home, bornOn: '1980-01-01' })).toEqual([])
  })

  it('are told where one of them is no longer here', () => {
    expect(reasons({ phone: '1' }, { phone: '1', memberships: [aMembership({ to: '2020-01-01' })] })).toContain(
      '其中一人已不在册'
    )
  })

  it('come with the surest first, each pair once', () => {
    const people = [
      person('a', { bornOn: '1976-03-02', phone: '1' }),
      person('b', { phone: '1' }),
      person('c', { bornOn: '1976-03-02', phone: '1' })
    ]
    expect(duplicatePairs(people, today).map(({ first, second }) => first + second)).toEqual(['ac', 'ab', 'bc'])
  })

  it('do not grow with the square of a whole office of one name', () => {
    const crowd = Array.from({ length: 2000 }, (_one, index) =>
      person(String(index), { bornOn: '1990-01-01', memberships: [aMembership()] })
    )
    expect(duplicatePairs(crowd, today).length).toBeLessThan(4000)
  })
})

describe('one person out of two records', () => {
  const organisations = [
    aBranch({ shortName: '机关第一党支部' }),
    aBranch({ id: 'zb2', code: 'ZB02', shortName: '专卖管理党支部' })
  ]
  const keep = aMember('a', { name: '张伟', phone: null, note: '', education: '高中' })
  const other = aMember('b', { name: '张玮', phone: '138', note: '备注', education: '大学本科' })
  const spellsOf = (one: Member['memberships'], two: Member['memberships']) => {
    const merged = mergedMember({ ...keep, memberships: one }, { ...other, memberships: two }, {}, organisations)
    return merged.ok
      ? merged.value.memberships.map(({ id, from, to }) => `${id} ${from} ${to}`)
      : merged.problem.message
  }

  it('keeps its own facts and fills its blanks, unless somebody chose otherwise', () => {
    const merged = mergedMember(keep, other, { education: 'other', phone: 'keep' }, organisations)
    expect(merged).toMatchObject({
      ok: true,
      value: { id: 'a', name: '张伟', note: '备注', education: '大学本科', phone: null }
    })
    expect(mergedFact('name', keep, other, 'other')).toBe('张玮')
  })

  it('offers every fact of a person', () => {
    const facts = Object.keys(keep).filter((field) => field !== 'id' && field !== 'memberships')
    expect(mergeFields.map(([field]) => field as string).toSorted()).toEqual(facts.toSorted())
  })

  it('is refused by the rules of the roster like any other', () => {
    const merged = mergedMember(
      { ...keep, citizenId: '11010519491231002X' },
      { ...other, bornOn: '1950-01-01' },
      {},
      organisations
    )
    expect(merged).toMatchObject({ ok: false, problem: { code: 'id-birth-date', field: 'bornOn' } })
  })

  it('takes stays in one branch that overlap for the same stay', () => {
    expect(
      spellsOf([aMembership({ id: 'k' })], [aMembership({ id: 'o', from: '2020-01-01', to: '2024-01-01' })])
    ).toEqual(['k 2020-01-01 null'])
  })

  it('puts stays one after the other in order', () => {
    expect(
      spellsOf(
        [aMembership({ id: 'k', organisationId: 'zb2', from: '2020-01-01' })],
        [aMembership({ id: 'o', from: '2010-01-01', to: '2020-01-01' })]
      )
    ).toEqual(['o 2010-01-01 2020-01-01', 'k 2020-01-01 null'])
  })

  it('is refused where stays in two branches overlap, with both of them named', () => {
    expect(
      spellsOf(
        [aMembership({ id: 'k', from: '2010-01-01' })],
        [aMembership({ id: 'o', organisationId: 'zb2', from: '2015-01-01', to: '2016-01-01' })]
      )
    ).toBe(
      '两段组织关系重叠：“机关第一党支部”2010-01-01 至 今，“专卖管理党支部”2015-01-01 至 2016-01-01。请只留一边的组织关系，或者先改好转入、转出日期再合并。'
    )
  })
})
