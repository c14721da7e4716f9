import { useEffect, useRef, useState } from 'react'

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null

/**
 * Files dropped on an element or pasted anywhere. What is copied from a table or a text comes as a picture too: in a text
 * field it is pasted as text. A file dropped beside the element opens nowhere.
 */
export function useFileIntake(active: boolean, take: (files: File[]) => void) {
  const zone = useRef<HTMLElement>(null)
  const [over, setOver] = useState(false)
  const taking = useRef(take)
  taking.current = take
  useEffect(() => {
    const isInside = (event: DragEvent): boolean =>
      active && event.target instanceof Node && zone.current?.contains(event.target) === true
    const drag = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      event.dataTransfer.dropEffect = isInside(event) ? 'copy' : 'none'
      setOver(isInside(event))
    }
    const drop = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(false)
      const files = [...event.dataTransfer.files]
      if (isInside(event) && files.length > 0) taking.current(files)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])]
      const isText = event.clipboardData?.types.includes('text/plain') === true
      if (!active || files.length === 0 || (isText && isTextField(event.target))) return
      event.preventDefault()
      taking.current(files)
    }
    document.addEventListener('dragover', drag)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('dragover', drag)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [active])
  return { zone, over }
}
