import { blankPerson, blankSpell, type Member, type Membership } from '../../../shared/features/member/member.ts'
import { anOffice, type TestOffice } from '../../factories/office.ts'

/** An office with two branches and nobody in them; `add` puts a person on the roster of the first. */
export type RosterOffice = TestOffice & {
  branch: string
  second: string
  add(name: string, part?: Partial<Member>, spell?: Partial<Membership>): Promise<Member>
}

export async function aRosterOffice(): Promise<RosterOffice> {
  const office = await anOffice({ accountTitle: '书记' })
  const tree = await office.client.organisation.tree.query()
  const idOf = (code: string): string => tree.find((one) => one.code === code)?.id ?? ''
  const [branch, second] = [idOf('ZB01'), idOf('ZB02')]
  return {
    ...office,
    branch,
    second,
    add: (name, part = {}, spell = {}) =>
      office.client.member.save.mutate({
        ...blankPerson,
        id: '',
        name,
        sex: '男',
        memberships: [{ ...blankSpell, id: '', organisationId: branch, ...spell }],
        ...part
      })
  }
}

/** All that the roster asks of a 正式党员. */
export const complete: Partial<Member> = {
  nation: '汉族',
  citizenId: '11010519491231002X',
  sex: '女',
  bornOn: '1949-12-31',
  education: '大学本科',
  job: '离休',
  phone: '13800000000',
  joinedOn: '1971-07-01',
  fullOn: '1972-07-01'
}
