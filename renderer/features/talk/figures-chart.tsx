import type { ChartSpec } from '../../../shared/documents/chart.ts'
import type { TalkClass } from '../../../shared/features/talk/statistics-rules.ts'
import { SpecChart } from '../../ui/spec-chart.tsx'

/** A distribution as columns; a class that is not told has none. */
export function FiguresChart({ title, classes }: { title: string; classes: readonly TalkClass[] }) {
  const spec: ChartSpec = {
    kind: 'bar',
    title,
    categories: classes.map(({ name }) => name.replace(' ', '')),
    series: [{ name: '次数', values: classes.map(({ count }) => count) }]
  }
  return <SpecChart spec={spec} height={200} />
}
