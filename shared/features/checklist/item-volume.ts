/** The volume of the year's pack an item of the standard list belongs to (rules.md §9.5, this program's own reading). */
const volumes: Readonly<Record<string, string>> = {
  ...{ A: '01', B: '02', C: '08', D: '04', E: '08', F: '08', G: '08', H: '08' },
  ...{ C1: '03', C5: '03', C6: '03', C7: '07', C8: '07', D4: '05', D5: '05', D6: '06', D7: '06' }
}

/** Volume by item, else by its area; what is of no area of the list goes with 服务与整改. */
export const itemVolume = (id: string): string => volumes[id] ?? volumes[id.slice(0, 1)] ?? '08'
