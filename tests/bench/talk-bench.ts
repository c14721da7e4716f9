import { join } from 'node:path'
import { saveMember } from '../../electron/features/member/member-repository.ts'
import { saveOrganisation } from '../../electron/features/organisation/organisation-repository.ts'
import { savePost } from '../../electron/features/post/post-repository.ts'
import type { TalkCall } from '../../electron/features/talk/talk-access.ts'
import { proposeRound, talkBoard, talkBranches } from '../../electron/features/talk/talk-board.ts'
import { saveTalk } from '../../electron/features/talk/talk-repository.ts'
import { openStore } from '../../electron/store/door.ts'
import type { OpenStore } from '../../electron/store/store.ts'
import type { Post } from '../../shared/features/post/post.ts'
import { blankContents } from '../../shared/features/talk/talk.ts'
import { aBranch, aMember, aMembership, aPost } from '../factories/records.ts'
import { type Line, repeated, withBest } from './lines.ts'

const today = '2026-11-21'
const seats: readonly Post['title'][] = ['书记', '副书记', '组织委员', '宣传委员', '纪检委员']

/** So many branches of so many members with a committee of five, and two talks of the year for each member. */
export function talkOffice(folder: string, branches: number, members: number): OpenStore {
  const keys = { db: Buffer.alloc(32, 7), audit: Buffer.alloc(32, 9) }
  const store = openStore(join(folder, `谈话${branches}.dwk`), keys, { create: true })
  store.write((tables) => {
    for (let branch = 0; branch < branches; branch += 1) {
      const organisationId = `b${branch}`
      saveOrganisation(tables, aBranch({ id: organisationId, code: `ZB${branch}`, name: `第 ${branch} 支部` }))
      const person = (at: number) => ({ name: `党员${branch}号${at}`, memberId: `m${branch}-${at % members}` })
      for (let at = 0; at < members; at += 1) {
        const { name, memberId } = person(at)
        const memberships = [aMembership({ id: `s${memberId}`, organisationId })]
        saveMember(tables, aMember(memberId, { name, memberships, joinedOn: '2010-07-01', fullOn: '2011-07-01' }))
        const title = seats[at]
        if (title !== undefined) savePost(tables, aPost(memberId, title, { organisationId, id: `p${memberId}` }))
      }
      for (let at = 0; at < members * 2; at += 1)
        saveTalk(tables, {
          ...{ id: `t${branch}-${at}`, number: `TH${branch}-${at}`, organisationId, kind: 'T01', year: 2026 },
          ...{ date: `2026-${String(1 + (at % 10)).padStart(2, '0')}-11`, start: null, end: null },
          ...{ talker: person(at % seats.length), partner: person(at + seats.length), level: 'L1' },
          ...{ writtenOn: null, recordedOn: today, enteredBy: null, contents: blankContents, sealed: null }
        })
    }
  })
  return store
}

const line = (what: string, ours: string, target: string): Line => ({
  ...{ what, peer: '', ours, theirs: '', ratio: '', target }
})

/** The map of one branch, the figures of all, and a round, in the service. */
export function talkLines(folder: string, branches: number, members: number, runs: number): Line[] {
  const store = talkOffice(folder, branches, members)
  const all = { L1: 'all', L2: 'all', L3: null } as const
  const reader = { accountId: '', memberId: null, read: all, write: all, key: null }
  const call: TalkCall = { store, reader, today, newId: () => '' }
  const wish = { organisationId: 'b0', year: 2026 }
  const size = `${branches} branches × ${members} members`
  const round = { ...wish, kind: 'T01' as const, from: today, to: '2026-12-31' }
  const lines = [
    line(`talk map of a branch in ${size}`, withBest(repeated(() => talkBoard(call, wish), runs)), '≤ 100 ms'),
    line(`a round for it`, withBest(repeated(() => proposeRound(call, round), runs)), '≤ 300 ms'),
    line(`talk figures of ${size}`, withBest(repeated(() => talkBranches(call, null, 2026), 1)), '≤ 5 s')
  ]
  store.close()
  return lines
}
