import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Life } from '../../../shared/features/life/life.ts'
import { lifeNotes, stepsOf } from '../../../shared/features/life/life-rules.ts'
import { api, client, type Outputs } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { type SaveState, useAutosave } from '../../app/autosave.ts'

export type Desk = Outputs['life']['desk']

/** What is under the pen, with how far each step is at this very key. */
export type LifeDraft = SaveState & {
  desk: Desk
  life: Life
  locked: boolean
  steps: ReturnType<typeof stepsOf>
  notes: ReturnType<typeof lifeNotes>
  change(part: Partial<Life>): void
  /** Keeps at once; answers whether all that was typed is kept. */
  flush(): Promise<boolean>
  /** After something beside the steps was changed: the problems, the report's date. */
  renew(): Promise<void>
}

export function useLifeDraft(desk: Desk): LifeDraft {
  const queries = useQueryClient()
  const [life, setLife] = useState(desk.life)
  const mayWrite = useRight('records.write')
  const locked = desk.meeting.state === 'archived' || !mayWrite
  const save = useAutosave(life, desk.life, locked, {
    send: (value, typed) => client.life.save.mutate({ ...value, typed }),
    hold: (value, typed) => client.life.hold.mutate({ ...value, typed })
  })
  const facts = { life, meeting: desk.meeting, rectifications: desk.rectifications, talks: desk.talks }
  return {
    ...save,
    desk,
    life,
    locked,
    steps: stepsOf(facts),
    notes: lifeNotes(facts),
    change: (part) => setLife((before) => ({ ...before, ...part })),
    renew: async () => {
      await save.flush()
      await queries.invalidateQueries(api.life.desk.queryFilter({ id: desk.meeting.id }))
    }
  }
}
