import { fetchBytes } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { printPdf } from '../../ui/pdf.ts'

/** Prints a paper of an evaluation at once, without a look at it first. */
export const usePrintFile = (organisationId: string, year: number) =>
  useChange(async (paper: string) => {
    const [name = '', query = ''] = paper.split('?')
    const path = `/documents/evaluation/${organisationId}/${year}/${name}.pdf?${query}&use=print`
    await printPdf(await (await fetchBytes(path)).arrayBuffer())
  })
