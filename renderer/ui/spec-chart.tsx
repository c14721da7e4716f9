import './spec-chart.css'
import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  LabelList,
  Legend,
  Line,
  LineChart,
  Pie,
  PieChart,
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart,
  ResponsiveContainer,
  XAxis,
  YAxis
} from 'recharts'
import { type ChartSpec, chartColours, chartLabel } from '../../shared/documents/chart.ts'

const colour = (index: number): string => chartColours[index % chartColours.length] ?? '#1F4A73'

/** One row for each category, its values by the position of the series: names of series may be equal. */
const rowsOf = ({ categories, series }: ChartSpec) =>
  categories.map((category, index) => ({
    category,
    ...Object.fromEntries(series.map(({ values }, position) => [`s${position}`, values[index] ?? null]))
  }))

const labelled = (spec: ChartSpec) => (value: unknown) => (typeof value === 'number' ? chartLabel(spec, value) : '')

const axes = (spec: ChartSpec) => [
  <CartesianGrid key="grid" stroke="#e5e1d9" vertical={false} />,
  <XAxis key="x" dataKey="category" interval={0} tickLine={false} tick={{ fontSize: 12, fill: '#4d545d' }} />,
  <YAxis
    key="y"
    width={40}
    allowDecimals={(spec.decimals ?? 0) > 0}
    domain={[0, spec.max ?? 'auto']}
    tickLine={false}
    axisLine={false}
    tick={{ fontSize: 12, fill: '#656b73' }}
  />
]

function Columns({ spec }: { spec: ChartSpec }) {
  const stacked = spec.kind === 'stackedBar'
  return (
    <BarChart data={rowsOf(spec)} margin={{ top: 18, right: 8, bottom: 0, left: 0 }}>
      {axes(spec)}
      {spec.series.length > 1 ? <Legend /> : null}
      {spec.series.map(({ name }, index) => (
        <Bar
          key={`s${index}`}
          dataKey={`s${index}`}
          name={name}
          fill={colour(index)}
          maxBarSize={44}
          isAnimationActive={false}
          {...(stacked ? { stackId: 'all' } : {})}
        >
          {stacked ? null : <LabelList position="top" fontSize={12} formatter={labelled(spec)} />}
        </Bar>
      ))}
    </BarChart>
  )
}

const Lines = ({ spec }: { spec: ChartSpec }) => (
  <LineChart data={rowsOf(spec)} margin={{ top: 18, right: 16, bottom: 0, left: 0 }}>
    {axes(spec)}
    {spec.series.length > 1 ? <Legend /> : null}
    {spec.series.map(({ name }, index) => (
      <Line key={`s${index}`} dataKey={`s${index}`} name={name} stroke={colour(index)} isAnimationActive={false}>
        <LabelList position="top" fontSize={12} formatter={labelled(spec)} />
      </Line>
    ))}
  </LineChart>
)

const Net = ({ spec }: { spec: ChartSpec }) => (
  <RadarChart data={rowsOf(spec)} outerRadius="72%">
    <PolarGrid stroke="#cfcac0" />
    <PolarAngleAxis dataKey="category" tick={{ fontSize: 12, fill: '#4d545d' }} />
    <PolarRadiusAxis domain={[0, spec.max ?? 'auto']} tick={{ fontSize: 11, fill: '#656b73' }} />
    {spec.series.length > 1 ? <Legend /> : null}
    {spec.series.map(({ name }, index) => (
      <Radar
        key={`s${index}`}
        dataKey={`s${index}`}
        name={name}
        stroke={colour(index)}
        fill={colour(index)}
        fillOpacity={0.12}
        isAnimationActive={false}
      />
    ))}
  </RadarChart>
)

function Cake({ spec }: { spec: ChartSpec }) {
  const [first] = spec.series
  const slices = spec.categories.map((name, index) => ({ name, value: first?.values[index] ?? 0 }))
  return (
    <PieChart>
      <Pie
        data={slices.filter(({ value }) => value > 0)}
        dataKey="value"
        nameKey="name"
        outerRadius="70%"
        stroke="#fff"
        isAnimationActive={false}
        label={({ x, y, textAnchor, name, value }) => (
          <text x={x} y={y} textAnchor={textAnchor} dominantBaseline="central" fontSize={12} fill="#1e2227">
            {`${name} ${chartLabel(spec, Number(value))}`}
          </text>
        )}
      >
        {slices
          .filter(({ value }) => value > 0)
          .map(({ name }, index) => (
            <Cell key={name} fill={colour(index)} />
          ))}
      </Pie>
    </PieChart>
  )
}

const drawings = { bar: Columns, stackedBar: Columns, line: Lines, radar: Net, pie: Cake } as const

/** Every value in words, for those who cannot see the picture. */
const inWords = (spec: ChartSpec): string =>
  spec.series
    .map(
      ({ name, values }) =>
        `${name}：${spec.categories.map((category, index) => `${category} ${values[index] === null || values[index] === undefined ? '没有数据' : chartLabel(spec, values[index])}`).join('，')}`
    )
    .join('；')

/** A chart of the papers on the screen: the same data, the same colours. */
export function SpecChart({ spec, height = 220 }: { spec: ChartSpec; height?: number }) {
  const Drawing = drawings[spec.kind]
  return (
    <figure className="spec-chart" role="img" aria-label={`${spec.title}。${inWords(spec)}`}>
      <figcaption>{spec.title}</figcaption>
      <ResponsiveContainer width="100%" height={height}>
        <Drawing spec={spec} />
      </ResponsiveContainer>
    </figure>
  )
}
