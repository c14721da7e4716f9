import type { RosterRow } from '../../../../renderer/features/member/roster.ts'

/** A line of the roster of which little is known. */
export const aRow = (part: Partial<RosterRow>): RosterRow => ({
  ...{ id: 'a', name: '万一', sex: '男', nation: null, citizenId: null, bornOn: null, education: null, degree: null },
  ...{
    joinedOn: null,
    fullOn: null,
    job: null,
    phone: null,
    leader: false,
    standing: '正常',
    pinyin: '',
    initials: ''
  },
  ...{ category: '正式党员', posts: [], organisationId: 'zb', organisation: '', groupId: null, group: null },
  ...{ affiliation: '本支部', from: null, to: null, entryWay: null, exitWay: null, away: null },
  ...{ missing: [], former: false },
  ...part
})
