import { Verdict } from '../../ui/verdict.tsx'
import { BallotSide } from './ballot-side.tsx'
import { ClassCard } from './class-card.tsx'
import { HeadCard } from './head-card.tsx'
import { type Desk, isOnBallots } from './poll-words.ts'
import { QuestionCard } from './question-card.tsx'
import { RemovePoll } from './remove-poll.tsx'
import { SaveNote } from '../../app/save-note.tsx'
import { SubjectCard } from './subject-card.tsx'
import type { SetUpWork } from './use-set-up.ts'

/** What a card of the set-up gets; `locked` nothing can be changed, `onBallots` what is printed on ballots cannot. */
export type CardProps = { desk: Desk; work: SetUpWork; locked: boolean; onBallots: boolean }

/** 设置: everything there is before the vote, in the order of the form, with the ballots beside it. */
export function SetUpView({ desk, work }: { desk: Desk; work: SetUpWork }) {
  const locked = desk.poll.finishedOn !== null
  const card: CardProps = { desk, work, locked, onBallots: locked || isOnBallots(desk) }
  return (
    <div className="desk-grid paper-beside">
      <section className="desk-column" aria-label="设置">
        {locked ? (
          <Verdict tone="good">{desk.poll.finishedOn} 已确定等次，设置不再改。要改，先在“结果”里重新打开。</Verdict>
        ) : card.onBallots ? (
          <Verdict tone="info">
            已经在计票，票面上的内容（对象、测评内容、票类、等次）不能再改；编号、名称、日期、权重和名额还可以改。要改票面，先到计票页删除计票。
          </Verdict>
        ) : null}
        <HeadCard {...card} />
        <SubjectCard {...card} />
        <ClassCard {...card} />
        <QuestionCard {...card} />
        <p className="poll-quiet-foot">
          {locked ? null : <SaveNote {...work.save} />}
          <RemovePoll desk={desk} />
        </p>
      </section>
      <BallotSide desk={desk} work={work} />
    </div>
  )
}
