import { z } from 'zod'

/** Where a phrase is offered. */
export const phraseFields = ['discussion', 'resolution', 'minutes', 'handout'] as const
export type PhraseField = (typeof phraseFields)[number]

/** 常用语 of the office: its own words, never ours. `used` counts how often, `usedOn` is the last day. */
export const phraseSchema = z.object({
  id: z.string(),
  field: z.enum(phraseFields),
  text: z.string().trim().min(1, '常用语不能为空').max(500, '常用语不超过 500 字'),
  used: z.number().int().min(0),
  usedOn: z.string()
})
export type Phrase = z.infer<typeof phraseSchema>
