/** Votes cast and slips made. */
export type Box = { cast: number; slips: number }

/** Why so many slips cannot have been drawn; undefined where they can. Whoever voted has drawn one. */
export function drawnFault(drawn: number | null, { cast, slips }: Box): string | undefined {
  if (drawn === null) return undefined
  if (drawn < cast) return `投了 ${cast} 张，抽出的不会更少`
  return drawn > slips ? `一共印了 ${slips} 张，抽出的不会更多` : undefined
}
