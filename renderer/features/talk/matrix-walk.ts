import { type RefObject, useRef } from 'react'

export const walks = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const as readonly string[]

export const cellsOf = (line: Element | null): HTMLElement[] => [
  ...(line?.querySelectorAll<HTMLElement>('.talk-cell') ?? [])
]

/** The next line with cells that way, over the titles of groups. */
function lineBeside(line: Element | null | undefined, down: boolean): Element | null {
  const next = (down ? line?.nextElementSibling : line?.previousElementSibling) ?? null
  return next === null || cellsOf(next).length > 0 ? next : lineBeside(next, down)
}

/** The cell an arrow leads to; null at the edge. */
export function neighbour(cell: HTMLElement, key: string): HTMLElement | null {
  const own = cell.parentElement
  const at = cellsOf(own).indexOf(cell)
  if (key === 'ArrowLeft') return cellsOf(own)[at - 1] ?? null
  if (key === 'ArrowRight') return cellsOf(own)[at + 1] ?? null
  if (key === 'Home') return cellsOf(own)[0] ?? null
  if (key === 'End') return cellsOf(own).at(-1) ?? null
  return cellsOf(lineBeside(own, key === 'ArrowDown'))[at] ?? null
}

/** The one cell Tab leads to is moved in the page itself: hundreds of cells are not drawn anew for it. */
export function useRoving(grid: RefObject<HTMLElement | null>) {
  return {
    stand: (cell: HTMLElement): void => {
      for (const old of grid.current?.querySelectorAll('.talk-cell[tabindex="0"]') ?? [])
        old.setAttribute('tabindex', '-1')
      cell.tabIndex = 0
      cell.focus()
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
  }
}

/** How long letters typed one after the other belong together, in milliseconds. */
const pause = 900

/** Letters typed in a row, as initials of a name. */
export function useTyped() {
  const letters = useRef({ text: '', at: 0 })
  const running = (): boolean => performance.now() - letters.current.at < pause && letters.current.text !== ''
  return {
    running,
    add: (letter: string): string => {
      const text = (running() ? letters.current.text : '') + letter.toLowerCase()
      letters.current = { text, at: performance.now() }
      return text
    }
  }
}
