import { type KeyboardEvent, useState } from 'react'

/** Tells when an input method is composing: its letters are not yet words, and its Enter is not ours. */
export function useComposing() {
  const [composing, setComposing] = useState(false)
  return {
    composing,
    /** Goes around the field. */
    guard: {
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
      onKeyDownCapture: (event: KeyboardEvent) => {
        if (event.nativeEvent.isComposing) event.stopPropagation()
      }
    }
  }
}
