import { stillHolds } from '../../../shared/features/meeting/block-rules.ts'
import type { Meeting } from '../../../shared/features/meeting/meeting.ts'
import type { Tables } from '../../store/store.ts'
import { deleteRelease, releasesOf } from './meeting-release-repository.ts'

/** Releases of a record fall with the vote they were given for, whichever way the record was changed. */
export function dropFallenReleases(tables: Tables, before: Meeting, after: Meeting): void {
  for (const release of releasesOf(tables, after.id))
    if (!stillHolds(release, before, after)) deleteRelease(tables, after.id, release)
}
