import { Select } from 'antd'
import { type Post, postTitles } from '../../../shared/features/post/post.ts'
import { client } from '../../api/client.ts'
import { RestrictionNote } from '../../app/restriction-note.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Field, faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { organisationOptions } from './organisation-branches.ts'
import type { OrganisationNode } from './roster.ts'
import { required, SmallFormFrame, useSmallForm } from './small-form.tsx'

type Props = { stored: Post; ending: boolean; organisations: readonly OrganisationNode[]; onClose: () => void }

/** A post with its days; `ending` begins at the day of leaving, which is then proposed. */
export function PostForm({ stored, ending, organisations, onClose }: Props) {
  const form = useSmallForm<Post>({
    name: `post:${stored.id === '' ? `new:${stored.memberId}` : stored.id}`,
    stored,
    check: ({ from }) => (from === '' ? required('请填任职日期。', 'from') : null),
    send: (post) => client.post.save.mutate(post),
    onClose
  })
  const { value: post, change, problem } = form
  return (
    <SmallFormFrame
      form={form}
      label={ending ? '记免职' : '记任职'}
      verb={ending ? '记下免职' : '保存任职'}
      fields={['title', 'organisationId', 'from', 'to', 'appointedBy']}
    >
      <div className="field-pair">
        <Field label="职务" for="post-title" fault={faultAt(problem, 'title')}>
          <Select
            id="post-title"
            style={{ width: '100%' }}
            value={post.title}
            onChange={(title) => change({ title })}
            options={postTitles.map((value) => ({ value, label: value }))}
          />
        </Field>
        <Field label="党组织" for="post-organisation" fault={faultAt(problem, 'organisationId')}>
          <Select
            id="post-organisation"
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            value={post.organisationId}
            onChange={(organisationId) => change({ organisationId })}
            options={organisationOptions(organisations)}
          />
        </Field>
        <DayField
          id="post-from"
          label="任职日期"
          value={post.from}
          autoFocus={!ending}
          fault={faultAt(problem, 'from')}
          onChange={(from) => change({ from: from ?? '' })}
        />
        <DayField
          id="post-to"
          label="免职日期"
          value={post.to}
          autoFocus={ending}
          fault={faultAt(problem, 'to')}
          hint="还在任的不填"
          onChange={(to) => change({ to })}
        />
      </div>
      {ending ? null : <RestrictionNote person={{ name: '这位同志', memberId: post.memberId }} day={post.from} />}
      <TextField
        id="post-appointed-by"
        label="任职方式"
        value={post.appointedBy}
        suggestions={['选举', '上级任命', '指派', '增补']}
        fault={faultAt(problem, 'appointedBy')}
        onChange={(appointedBy) => change({ appointedBy })}
      />
    </SmallFormFrame>
  )
}
