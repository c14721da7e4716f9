import { useEffect, useState } from 'react'

const sizes = [1, 1.15, 1.3]

/** The size goes on when the office gives way to the voting page and back. */
let chosen = 1

/** 大字 enlarges the whole page alike, controls and type together. */
export function useLargeType(): { size: number; next(): void } {
  const [size, setSize] = useState(chosen)
  useEffect(() => {
    chosen = size
    document.documentElement.style.zoom = String(size)
  }, [size])
  return { size, next: () => setSize(sizes[(sizes.indexOf(size) + 1) % sizes.length] ?? 1) }
}
