import { expect, it } from 'vitest'
import {
  memberTemplateData,
  memberTemplateKinds,
  rosterTemplateData
} from '../../../../shared/features/member/member-template.ts'
import { partyMembersOn } from '../../../../shared/features/member/member-rules.ts'
import { aBranch, aMember, aPost } from '../../../factories/records.ts'

const [record, roster] = memberTemplateKinds
const member = aMember('a', { citizenId: '110105194912310020', bornOn: '1949-12-31' })

it('a template of one person has a value for every place offered', () => {
  const data = memberTemplateData({
    member,
    posts: [aPost('a', '书记')],
    whereabouts: [],
    organisations: [aBranch()],
    titles: ['书记'],
    today: '2026-11-21',
    wholeCitizenId: false
  })
  expect(Object.keys(data.fields).toSorted()).toEqual(record?.fields.map(({ name }) => name).toSorted())
  expect(data.fields['身份证号']).not.toContain('19491231')
  for (const row of data.tables['经历'] ?? [])
    expect(Object.keys(row)).toEqual(record?.tables[0]?.fields.map(({ name }) => name))
})

it('a template of a roster has a row for each person, and ID numbers only as asked', () => {
  const people = partyMembersOn({ members: [member], posts: [], suspensions: [] }, ['zb'], '2026-11-21')
  const dataFor = (citizenId: 'none' | 'masked' | 'full') =>
    rosterTemplateData({
      organisation: '某党委',
      date: '2026-11-21',
      citizenId,
      sections: [{ organisation: '第一支部', people: people.map((one) => ({ ...one, remark: '' })) }]
    })
  const [row = {}] = dataFor('none').tables['党员'] ?? []
  expect(Object.keys(row).toSorted()).toEqual(roster?.tables[0]?.fields.map(({ name }) => name).toSorted())
  expect(row['身份证号']).toBe('')
  expect(dataFor('masked').tables['党员']?.[0]?.['身份证号']).toContain('*')
  expect(dataFor('full').tables['党员']?.[0]?.['身份证号']).toBe('110105194912310020')
  expect(dataFor('none').fields['党员人数']).toBe('1')
})
