import { describe, expect, it } from 'vitest'
import { createTextSave } from '../../../renderer/app/kept-text-save.ts'

/** Sends that stay under way until they are let go. */
function aSlowEngine() {
  const sent: (string | null)[] = []
  const waiting: (() => void)[] = []
  const send = (text: string | null): Promise<void> => {
    sent.push(text)
    return new Promise((resolve) => waiting.push(resolve))
  }
  return { sent, send, answer: () => waiting.shift()?.() }
}

describe('a text that is kept when asked', () => {
  it('is sent once, and whoever asks again waits for the save that is under way', async () => {
    const { sent, send, answer } = aSlowEngine()
    const save = createTextSave(null)
    void save('实绩突出', send)
    let done = false
    const second = save(' 实绩突出 ', send).then(() => {
      done = true
    })
    await Promise.resolve()
    expect([sent, done]).toEqual([['实绩突出'], false])
    answer()
    await second
    expect([sent, done]).toEqual([['实绩突出'], true])
  })

  it('is not sent as it was, and nothing is what blanks are kept as', async () => {
    const { sent, send, answer } = aSlowEngine()
    const save = createTextSave('理由')
    await save('理由', send)
    const cleared = save('  ', send)
    await Promise.resolve()
    answer()
    await cleared
    expect(sent).toEqual([null])
  })

  it('is sent again when it was refused', async () => {
    const sent: (string | null)[] = []
    const refuse = (text: string | null): Promise<void> => {
      sent.push(text)
      return Promise.reject(new Error('refused'))
    }
    const save = createTextSave(null)
    await save('理由', refuse)
    await save('理由', refuse)
    expect(sent).toEqual(['理由', '理由'])
  })
})
