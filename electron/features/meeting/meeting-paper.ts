import { printedPhotos } from '../../../shared/features/attachment/attachment.ts'
import {
  type BlankPaper,
  type MeetingPaper,
  meetingPaperDocument,
  meetingPaperNames,
  meetingPaperTitle,
  whyNoPaper
} from '../../../shared/features/meeting/meeting-papers.ts'
import { blankDocument } from '../../../shared/features/meeting/blank-document.ts'
import { rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import { meetingTemplateData, templateKindOf } from '../../../shared/features/meeting/meeting-template.ts'
import type { Block, DocumentModel, Picture } from '../../../shared/documents/document-model.ts'
import { type Day, dayOnPaper } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { bytesOf, photosOf } from '../attachment/attachment-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import type { Paper } from '../paper/paper.ts'
import { type JudgedMeeting, judgedMeetings, rosterOf } from './meeting-judgement.ts'
import { meetingById } from './meeting-repository.ts'
import { versionsOf } from './meeting-version-repository.ts'

/**
 * The photos a paper prints. Their bytes are read when the paper is written: a pack or a batch is planned as a whole, and
 * hundreds of photos must not lie in memory at a time. One that was deleted meanwhile has none.
 */
const picturesOf = (tables: Tables, meetingId: string): Picture[] =>
  photosOf(tables, 'meeting', meetingId)
    .slice(0, printedPhotos)
    .map(({ id, kind, width, height, caption }) => ({
      type: kind,
      width,
      height,
      caption: caption ?? '',
      get bytes() {
        return bytesOf(tables, id, 'bytes') ?? new Uint8Array()
      }
    }))

/** The paper of a judged record, as data. */
const plainPaper = (judged: JudgedMeeting & { photos?: readonly Picture[] }, paper: MeetingPaper): Paper => ({
  title: meetingPaperTitle(judged.meeting, paper),
  document: meetingPaperDocument(paper, judged),
  template: { kind: templateKindOf(paper), data: meetingTemplateData(judged) }
})

/** The paper of a stored record, with its photos where it prints them. */
export const paperOf = (tables: Tables, judged: JudgedMeeting, paper: MeetingPaper): Paper =>
  plainPaper(paper === 'theme-day' ? { ...judged, photos: picturesOf(tables, judged.meeting.id) } : judged, paper)

/** Which paper of which stored record. */
export type WantedPaper = { id: string; paper: MeetingPaper }

/** Papers of stored records in the order asked for, or why there is not one of them. Rosters are read once for each branch. */
export function meetingPapersOf(store: Store, wanted: readonly WantedPaper[], today: Day): Outcome<Paper[]> {
  return store.read((tables) => {
    const meetings = [...new Set(wanted.map(({ id }) => id))].flatMap((id) => meetingById(tables, id) ?? [])
    const judged = new Map(judgedMeetings(tables, meetings, today).map((one) => [one.meeting.id, one]))
    const papers: Paper[] = []
    for (const { id, paper } of wanted) {
      const one = judged.get(id)
      if (one === undefined) return failure('meeting-unknown', '找不到这条会议记录，可能已被删除。')
      if (!inReach(store.reach, one.organisation.id)) return outOfReach()
      const why = whyNoPaper(one.meeting, paper)
      if (why !== null) return failure('paper-not-there', `没有${meetingPaperNames[paper]}：${why}`)
      papers.push(paperOf(tables, one, paper))
    }
    return success(papers)
  })
}

/** The paper of a text that was completed before, with a line under its title that says so. */
export function versionPaper(store: Store, { id, paper }: WantedPaper, number: number, today: Day): Outcome<Paper> {
  return store.read((tables) => {
    const version = versionsOf(tables, id).find((one) => one.number === number)
    const [judged] = version === undefined ? [] : judgedMeetings(tables, [version.record], today)
    if (version === undefined || judged === undefined)
      return failure('meeting-unknown', '找不到这一稿，请回到会议记录重新选。')
    if (!inReach(store.reach, judged.organisation.id)) return outOfReach()
    const why = whyNoPaper(version.record, paper)
    if (why !== null) return failure('paper-not-there', `没有${meetingPaperNames[paper]}：${why}`)
    const { template, ...made } = plainPaper(judged, paper)
    const note = `（第${number}稿，${dayOnPaper(version.openedOn)}重新打开前的文本）`
    return success({
      ...made,
      title: `${made.title}（第${number}稿）`,
      document: withNote(made.document, note)
    })
  })
}

/** The document with a line set under its title. */
function withNote(document: DocumentModel, note: string): DocumentModel {
  const line: Block = { kind: 'paragraph', runs: [{ text: note, font: 'kai' }], align: 'center', indentCells: 0 }
  const behind = document.blocks.findIndex(({ kind }) => kind === 'title') + 1
  return { ...document, blocks: document.blocks.toSpliced(behind, 0, line) }
}

/** One paper of a stored record, or why there is none. */
export function meetingPaper(store: Store, id: string, paper: MeetingPaper, today: Day): Outcome<Paper> {
  const papers = meetingPapersOf(store, [{ id, paper }], today)
  if (!papers.ok) return papers
  const [only] = papers.value
  return only === undefined ? failure('meeting-unknown', '找不到这条会议记录，可能已被删除。') : success(only)
}

/** A blank form of an organisation, with the names of those who may come to a meeting of the day. */
export function blankPaper(store: Store, organisationId: string, paper: BlankPaper, today: Day): Outcome<Paper> {
  return store.read((tables) => {
    const organisation = organisationById(tables, organisationId)
    if (organisation === null) return failure('organisation-unknown', '找不到这个党组织，可能已被删除。')
    if (!inReach(store.reach, organisation.id)) return outOfReach()
    const type = organisation.kind === '党小组' ? '党小组会' : '党员大会'
    const roll = rollOf([type], today, rosterOf(tables, organisation))
    const document = blankDocument(paper, { organisation, roll, today })
    return success({ title: document.meta.title, document })
  })
}
