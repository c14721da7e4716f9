import { Button, Select } from 'antd'
import {
  type ChecklistItem,
  type ItemKind,
  itemKindNames,
  itemKinds
} from '../../../shared/features/checklist/checklist.ts'
import { DecimalField } from '../../ui/decimal-field.tsx'
import { Dock } from '../../ui/dock.tsx'
import { Field } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'

type Props = {
  item: ChecklistItem
  onChange: (part: Partial<ChecklistItem>) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
  onClose: () => void
}

/** One item of a list being written. How it is computed stays as it was; a new one is judged by hand. */
export function VersionItem({ item, onChange, onMove, onRemove, onClose }: Props) {
  return (
    <Dock
      title={`${item.id} ${item.title}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={() => onMove(-1)}>上移</Button>
          <Button onClick={() => onMove(1)}>下移</Button>
          <span className="push" />
          <Button onClick={onRemove}>去掉这一项</Button>
        </>
      }
    >
      <div className="version-fields">
        <div className="field-pair">
          <TextField
            {...{ id: 'item-id', label: '编号', value: item.id, maxLength: 10 }}
            onChange={(id) => onChange({ id: id ?? '' })}
          />
          <DecimalField
            {...{ id: 'item-points', label: '分值', value: item.points }}
            onChange={(points) => onChange({ points: points ?? 0 })}
          />
        </div>
        <TextField
          {...{ id: 'item-title', label: '项目', value: item.title, maxLength: 50 }}
          onChange={(title) => onChange({ title: title ?? '' })}
        />
        <TextField
          {...{ id: 'item-standard', label: '标准', value: item.standard, maxLength: 500, rows: 3 }}
          onChange={(standard) => onChange({ standard: standard ?? '' })}
        />
        <TextField
          {...{ id: 'item-scoring', label: '评分说明', value: item.scoring, maxLength: 500, rows: 3 }}
          onChange={(scoring) => onChange({ scoring: scoring ?? '' })}
        />
        <TextField
          {...{ id: 'item-proof', label: '证据', value: item.proof, maxLength: 200 }}
          onChange={(proof) => onChange({ proof: proof ?? '' })}
        />
        <TextField
          {...{ id: 'item-source', label: '依据', value: item.source, maxLength: 100 }}
          onChange={(source) => onChange({ source: source ?? '' })}
        />
        <Field
          label="取分"
          for="item-kind"
          hint={item.formula === null ? '没有对应的算法，自动的也取自评得分' : '按标准清单里的算法从记录里算'}
        >
          <Select<ItemKind>
            id="item-kind"
            style={{ width: '100%' }}
            value={item.kind}
            options={itemKinds.map((value) => ({ value, label: itemKindNames[value] }))}
            onChange={(kind) => onChange({ kind })}
          />
        </Field>
      </div>
    </Dock>
  )
}
