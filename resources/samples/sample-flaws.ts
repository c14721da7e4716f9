/**
 * Mistakes made on purpose in old records, so that the checks have something to find; none in ZB01. Besides these, ZB06 goes on
 * meeting after its term has ended.
 */
export const flaws: Readonly<Record<string, 'recorder-absent' | 'present-count' | 'studied-before-published'>> = {
  'ZB04-ZW04': 'recorder-absent',
  'ZB05-DR03': 'present-count',
  'ZB07-DR04': 'studied-before-published'
}
