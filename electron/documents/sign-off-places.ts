/** Where 署名 and 成文日期 begin, in points from the left edge of the text (7.3.5.1, 7.3.5.2). */
export const signOffPlaces = (
  issuer: number,
  date: number,
  sealed: boolean,
  { width, cell }: { width: number; cell: number }
): { issuer: number; date: number } => {
  if (sealed) {
    // The name is centred over the date; one so long that it would pass the edge takes the date with it.
    const dateAt = width - date - Math.max(4 * cell, (issuer - date) / 2)
    return { date: dateAt, issuer: dateAt + (date - issuer) / 2 }
  }
  if (date > issuer) return { date: width - 2 * cell - date, issuer: width - 4 * cell - date }
  return { issuer: width - 2 * cell - issuer, date: width - issuer }
}
