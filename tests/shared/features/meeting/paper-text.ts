import { type Block, type DocumentModel, isBlank, type Run } from '../../../../shared/documents/document-model.ts'
import type { Meeting } from '../../../../shared/features/meeting/meeting.ts'
import type { MeetingPaperInput } from '../../../../shared/features/meeting/meeting-paper-lines.ts'
import { countsOf, type Roster, rollOf } from '../../../../shared/features/meeting/meeting-rules.ts'
import { voteVerdict } from '../../../../shared/features/meeting/vote-rules.ts'
import type { Organisation } from '../../../../shared/features/organisation/organisation.ts'
import { aBranch } from '../../../factories/records.ts'
import { plainRules } from '../../../factories/rules.ts'

/** A meeting judged by the rules, as the papers take it. */
export const judged = (meeting: Meeting, roster: Roster, organisation: Organisation = aBranch()): MeetingPaperInput => {
  const roll = rollOf(meeting.types, meeting.date, roster)
  const counts = countsOf(roll, meeting.absences)
  return {
    meeting,
    organisation,
    roll,
    counts,
    verdicts: meeting.agenda.map((item) => voteVerdict(item, meeting.types, counts, plainRules))
  }
}

const plain = (runs: readonly Run[]): string =>
  runs.map((run) => (isBlank(run) ? '_'.repeat(run.blankCells) : run.text)).join('')

const lineOf = (block: Block): string[] => {
  if (block.kind === 'title') return [...block.lines]
  if (block.kind === 'heading') return [block.text]
  return block.kind === 'paragraph' ? [plain(block.runs)] : []
}

/** Titles, headings and paragraphs as they read; blanks as underscores. */
export const linesOf = (document: DocumentModel): string[] => document.blocks.flatMap(lineOf)
