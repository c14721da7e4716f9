/** The registers of supervision that are printed. They never leave as a table. */
export const supervisionPapers = ['inquiry', 'admonition', 'register'] as const
export type SupervisionPaper = (typeof supervisionPapers)[number]

export const supervisionPaperNames: Record<SupervisionPaper, string> = {
  inquiry: '函询登记表',
  admonition: '诫勉登记表',
  register: '监督谈话台账'
}
