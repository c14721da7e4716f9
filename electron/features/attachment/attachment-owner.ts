import type { AttachmentRecord } from '../../../shared/features/attachment/attachment.ts'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import type { Tables } from '../../store/store.ts'
import { proofById } from '../checklist/checklist-repository.ts'
import { publishedOn } from '../checklist/review-repository.ts'
import { exemptionById } from '../exemption/exemption-repository.ts'
import { meetingById } from '../meeting/meeting-repository.ts'
import { memberById } from '../member/member-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { rectificationById } from '../rectification/rectification-repository.ts'

/** The record an attachment belongs to: whose it is, what it is called, and why it takes and gives no more, or null. */
export type AttachmentOwner = { organisationId: string; title: string; closed: string | null }

const archived = '这条记录已经归档，附件不能再增减或改动；确要改动，请书记先重新打开。'

/** How each kind of record is found. A completed meeting still takes photos and scans: those come later. */
const owners: Record<AttachmentRecord, (tables: Tables, id: string) => AttachmentOwner | null> = {
  meeting: (tables, id) => {
    const one = meetingById(tables, id)
    if (one === null) return null
    const closed = one.state === 'archived' ? archived : null
    return { organisationId: one.organisationId, title: meetingTitle(one), closed }
  },
  rectification: (tables, id) => {
    const one = rectificationById(tables, id)
    return one === null ? null : { organisationId: one.organisationId, title: `整改“${one.problem}”`, closed: null }
  },
  exemption: (tables, id) => {
    const one = exemptionById(tables, id)
    if (one === null) return null
    const name = memberById(tables, one.memberId)?.name ?? ''
    return { organisationId: one.organisationId, title: `${name}不计入应到会（${one.ground}）`, closed: null }
  },
  proof: (tables, id) => {
    const one = proofById(tables, id)
    if (one === null) return null
    const day = publishedOn(tables, one.organisationId, one.year)
    const closed = day === null ? null : `${one.year} 年度的考评结果 ${day} 已公布，材料不能再增减；要改，先撤回公布。`
    return { organisationId: one.organisationId, title: `${one.item} ${one.title}`, closed }
  },
  organisation: (tables, id) =>
    organisationById(tables, id) === null ? null : { organisationId: id, title: '党组织的附件', closed: null }
}

/** The record with the name of its organisation before its own; null where it is gone. */
export function ownerOf(tables: Tables, record: AttachmentRecord, id: string): AttachmentOwner | null {
  const owner = owners[record](tables, id)
  const organisation = owner === null ? null : organisationById(tables, owner.organisationId)
  if (owner === null || organisation === null) return null
  return { ...owner, title: `${labelOf(organisation)}：${owner.title}` }
}
