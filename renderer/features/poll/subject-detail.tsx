import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { useEscape } from '../../ui/escape.ts'
import { standOn } from '../../ui/row-walk.ts'
import { ClassFigures } from './class-figures.tsx'
import { DecisionFields } from './decision-fields.tsx'
import { FindingNotes } from './finding-notes.tsx'
import { type Desk, flagLines, gradesOf, type SubjectLine } from './poll-words.ts'

type Props = { line: SubjectLine; desk: Desk; columns: number; locked: boolean; onClose: () => void }

/** The scores of the questions; a question too few answered has none. */
function QuestionScores({ questions }: { questions: SubjectLine['questions'] }) {
  if (questions.length === 0) return null
  return (
    <dl className="poll-scores" aria-label="各项得分">
      {questions.map(({ question, valid, score }) => (
        <div key={question.id}>
          <dt>{question.title}</dt>
          <dd>{score ?? <span className="quiet">{valid === 0 ? '没有有效票' : '—'}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Under a row: the classes, the questions, what the figures hint at, and what people decide on. Esc goes back to the row. */
export function SubjectDetail({ line, desk, columns, locked, onClose }: Props) {
  const { subject, flags, questions } = line
  const rules = useRules(desk.poll.year)
  useEscape(() => {
    // Leaving a field keeps it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    onClose()
    standOn(document.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(subject.id)}"]`) ?? undefined)
  })
  return (
    <tr className="poll-detail-row">
      <td colSpan={columns}>
        <section className="poll-detail" aria-label={`${subject.name}的明细`}>
          <div>
            <ClassFigures line={line} desk={desk} />
            <QuestionScores questions={questions} />
            {flagLines(flags, gradesOf(desk)).map(({ flag, words, ruleId, mark, red }) => (
              <p key={flag} className={red ? 'judged stop' : 'judged warn'}>
                {words} {mark === null ? null : <span className="tag">{mark}</span>} <Cite rules={rules} id={ruleId} />
              </p>
            ))}
          </div>
          <div>
            <FindingNotes
              findings={desk.findings}
              fields={['final', 'reason', 'results']}
              year={desk.poll.year}
              subjectId={subject.id}
            />
            <DecisionFields key={subject.id} line={line} desk={desk} locked={locked} />
          </div>
        </section>
      </td>
    </tr>
  )
}
