/**
 * Where a stopped pass stands. `put`: ballots typed on this page and before; `stored`: those in the engine's totals;
 * `changing`: what was refused first would have changed the last one stored.
 */
export type Stopped = { put: number; stored: number; returned: number; changing: boolean }

/** How many ballots did not go in, and from which one on they are typed again. */
export function stoppedWords({ put, stored, returned, changing }: Stopped): string {
  const lost = Math.max(0, put - stored)
  const said = lost === 0 ? `已存 ${stored} 张` : `已存 ${stored} 张，后面录的 ${lost} 张没有存进去`
  const change = changing ? `；第 ${stored} 张的改动没有存，存着的是改以前的，这一遍录满以后重录` : ''
  return `${said}${change}。${stored < returned ? `请对着纸票从第 ${stored + 1} 张起重录。` : ''}`
}
