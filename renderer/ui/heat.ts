/** Lower ends of the depths of blue, in per cent of what can be won. */
const depths = [95, 80, 60, 40, 1] as const

/** 0 (nothing) to 5 (as good as all): how deep the blue of a share is. */
export function heatOf(share: number): number {
  const at = depths.findIndex((low) => share >= low)
  return at < 0 ? 0 : depths.length - at
}
