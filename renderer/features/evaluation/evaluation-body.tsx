import { AfterView } from './after-view.tsx'
import { DecisionView } from './decision-view.tsx'
import type { BegunDesk, EvaluationView } from './evaluation-words.ts'
import { GradesList } from './grades-list.tsx'
import { PeerView } from './peer-view.tsx'
import { SelfView } from './self-view.tsx'
import type { EvaluationPlace } from './use-evaluation-place.ts'
import { VoteView } from './vote-view.tsx'

type Props = { desk: BegunDesk; place: EvaluationPlace; view: EvaluationView; today: string }

/** The step that is open; who only reads sees the grades. */
export function EvaluationBody({ desk, place, view, today }: Props) {
  if (!desk.may.enter) return <GradesList desk={desk} />
  const beside = { open: place.member, onOpen: (member: string | null) => place.go({ member }) }
  switch (view) {
    case 'self':
      return <SelfView desk={desk} today={today} {...beside} />
    case 'peer':
      return <PeerView desk={desk} today={today} {...beside} />
    case 'vote':
      return <VoteView desk={desk} today={today} back={place.address} />
    case 'decision':
      return desk.may.tally ? <DecisionView desk={desk} today={today} place={place} /> : <GradesList desk={desk} />
    case 'after':
      return <AfterView desk={desk} today={today} {...beside} />
  }
}
