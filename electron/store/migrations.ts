import rosterAndMeetings from './migrations/0001-roster-and-meetings.sql?raw'
import accountsAuditAndHistory from './migrations/0002-accounts-audit-and-history.sql?raw'
import templatesAndIndexes from './migrations/0003-templates-and-indexes.sql?raw'
import startOfRecords from './migrations/0004-start-of-records.sql?raw'
import tasksAndStudyHours from './migrations/0005-tasks-and-study-hours.sql?raw'
import organisationLife from './migrations/0006-organisation-life.sql?raw'
import search from './migrations/0007-search.sql?raw'
import talks from './migrations/0008-talks.sql?raw'
import evaluations from './migrations/0009-evaluations.sql?raw'
import checklists from './migrations/0010-checklists.sql?raw'
import packsAndSeals from './migrations/0011-packs-and-seals.sql?raw'
import appraisals from './migrations/0012-appraisals.sql?raw'

/** One SQL file each, in order, never edited once shipped. `user_version` counts how many a store has seen. */
export const migrations: readonly string[] = [
  rosterAndMeetings,
  accountsAuditAndHistory,
  templatesAndIndexes,
  startOfRecords,
  tasksAndStudyHours,
  organisationLife,
  search,
  talks,
  evaluations,
  checklists,
  packsAndSeals,
  appraisals
]
