import { describe, expect, it } from 'vitest'
import { type EntryText, readyText } from '../../../../renderer/features/evaluation/entry-text.ts'
import { blankHelp } from '../../../../shared/features/evaluation/evaluation.ts'

const today = '2026-11-22'

describe('text while a day is half typed', () => {
  it('keeps its words, and the day that was kept before', () => {
    const kept: Partial<EntryText> = { selfReview: null, selfOn: '2026-11-20' }
    expect(readyText({ selfReview: '作风还不够实', selfOn: '2026-1' }, kept, today)).toEqual({
      selfReview: '作风还不够实',
      selfOn: '2026-11-20'
    })
  })

  it('gives up a day that was taken out', () => {
    expect(readyText<Partial<EntryText>>({ toldOn: null }, { toldOn: '2026-11-20' }, today)).toEqual({ toldOn: null })
  })

  it('keeps the words of a help plan and of its quarters', () => {
    const kept = { help: { ...blankHelp, dueOn: '2027-06-30', quarters: [{ on: '2027-03-31', text: '' }] } }
    const help = {
      ...blankHelp,
      measures: '每月谈一次',
      dueOn: '2027-0',
      quarters: [
        { on: '2027-', text: '有进步' },
        { on: '', text: '又谈了一次' }
      ]
    }
    expect(readyText({ help }, kept, today)).toEqual({
      help: {
        ...blankHelp,
        measures: '每月谈一次',
        dueOn: '2027-06-30',
        quarters: [
          { on: '2027-03-31', text: '有进步' },
          { on: today, text: '又谈了一次' }
        ]
      }
    })
  })
})
