import { Select } from 'antd'
import { type BallotSize, ballotSizes } from '../../shared/features/ballot/name-ballot-layout.ts'

const sizeNames: Record<BallotSize, string> = {
  auto: '按人数选纸',
  A4: 'A4',
  'A4 landscape': 'A4 横',
  'A3 landscape': 'A3 横'
}

/** The paper ballots are printed on. */
export const BallotSizeSelect = ({ value, onChange }: { value: BallotSize; onChange: (size: BallotSize) => void }) => (
  <Select<BallotSize>
    aria-label="纸张"
    style={{ width: 118 }}
    value={value}
    options={ballotSizes.map((size) => ({ value: size, label: sizeNames[size] }))}
    onChange={onChange}
  />
)
