import { saveAccount } from '../../electron/features/account/account-repository.ts'
import type { Role } from '../../shared/features/account/account.ts'
import { blankPerson, blankSpell } from '../../shared/features/member/member.ts'
import { blankContents, type Talk } from '../../shared/features/talk/talk.ts'
import { anOffice, type TestOffice } from './office.ts'

export const sealPassword = '另一句三级口令2026'

export type TalkOffice = TestOffice & {
  branchId: string
  /** 书记, 组织委员, 纪检委员 and two members without a post. */
  people: { name: string; memberId: string }[]
  aTalk(talker: number, partner: number, part?: Partial<Talk>): Talk
  /** The account at the keyboard gets these roles from now on, linked to this person or to none, and this scope. */
  become(roles: Role[], member?: number | null, organisationId?: string): void
}

const names = ['周启明', '林慧', '方国栋', '丁立新', '马秀兰']
const posts = ['书记', '组织委员', '纪检委员'] as const

/** A branch with a committee of three and two more members, and the 书记 at the keyboard. */
export async function aTalkOffice(): Promise<TalkOffice> {
  const office = await anOffice()
  const { client, vault } = office
  const branchId = (await client.organisation.tree.query()).find((one) => one.kind === '党支部')?.id ?? ''
  const memberships = [{ ...blankSpell, id: '', organisationId: branchId }]
  const people: TalkOffice['people'] = []
  for (const [index, name] of names.entries()) {
    const kept = await client.member.save.mutate({
      ...{ ...blankPerson, id: '', name, sex: '男' as const, joinedOn: '2010-07-01', fullOn: '2011-07-01' },
      memberships
    })
    people.push({ name, memberId: kept.id })
    const title = posts[index]
    if (title !== undefined)
      await client.post.save.mutate({
        ...{ id: '', organisationId: branchId, memberId: kept.id, title },
        ...{ from: '2024-01-10', to: null, appointedBy: null }
      })
  }
  const person = (index: number) => people[index] ?? { name: '', memberId: '' }
  const become: TalkOffice['become'] = (roles, member = null, organisationId) => {
    const { account } = vault
    if (account === null) throw new Error('locked')
    const memberId = member === null ? null : person(member).memberId
    vault.store?.write((tables) =>
      saveAccount(tables, { ...account, roles, memberId, organisationId: organisationId ?? null })
    )
  }
  become(['管理员', '书记'])
  return {
    ...office,
    branchId,
    people,
    become,
    aTalk: (talker, partner, part = {}) => ({
      ...{ id: '', number: '', organisationId: branchId, kind: 'T01', year: 2026, date: '2026-11-10' },
      ...{ start: null, end: null, talker: person(talker), partner: person(partner), level: 'L1' },
      ...{ writtenOn: '2026-11-10', recordedOn: '2026-11-21', enteredBy: null },
      contents: { ...blankContents, opinions: '主题党日尽量避开月底结账的两天。' },
      ...part
    })
  }
}

/** Chooses the L3 password and types it. */
export async function putSealInForce({ client }: Pick<TestOffice, 'client'>): Promise<void> {
  await client.seal.setUp.mutate({ password: sealPassword })
  await client.seal.open.mutate({ password: sealPassword })
}
