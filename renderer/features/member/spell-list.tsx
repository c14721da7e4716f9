import { inOrder } from '../../../shared/features/member/member-rules.ts'
import type { Member, Membership } from '../../../shared/features/member/member.ts'
import { historyOf } from '../../../shared/features/member/timeline-rules.ts'
import { within } from '../../../shared/kernel/dates.ts'
import { client } from '../../api/client.ts'
import { Entry, HistoryHead, span } from './history-entry.tsx'
import type { HistoryProps } from './history-tab.tsx'
import { emptySpell } from './member-draft.ts'
import type { OrganisationNode } from './roster.ts'
import { required, SmallFormFrame, useSmallForm } from './small-form.tsx'
import { SpellFields } from './spell-fields.tsx'

const withSpell = (member: Member, spell: Membership): Member => ({
  ...member,
  memberships:
    spell.id === ''
      ? [...member.memberships, spell]
      : member.memberships.map((one) => (one.id === spell.id ? spell : one))
})

type FormProps = {
  member: Member
  stored: Membership
  organisations: readonly OrganisationNode[]
  onClose: () => void
}

/** One stay; it is saved with the person, because the rules look at all stays together. */
function SpellForm({ member, stored, organisations, onClose }: FormProps) {
  const form = useSmallForm<Membership>({
    name: `spell:${stored.id === '' ? `new:${member.id}` : stored.id}`,
    stored,
    check: ({ organisationId }) => (organisationId === '' ? required('请选择所在党支部。', 'organisationId') : null),
    send: (spell) => client.member.save.mutate(withSpell(member, spell)),
    onClose
  })
  return (
    <SmallFormFrame
      form={form}
      label="记组织关系"
      verb="保存组织关系"
      fields={['organisationId', 'groupId', 'from', 'to', 'cameFrom', 'wentTo']}
    >
      <SpellFields
        spell={form.value}
        problem={form.problem}
        organisations={organisations}
        onChange={(part) => form.change(part)}
      />
    </SmallFormFrame>
  )
}

/** 组织关系 of a person, newest first, with how each stay began and ended. */
export function SpellList({ file: { member }, organisations, acts }: HistoryProps) {
  const { task, setTask, today } = acts
  const lines = historyOf({ memberships: member.memberships }, organisations)
  const only = member.memberships.length === 1
  return (
    <>
      <HistoryHead
        title="组织关系"
        verb="再记一段"
        acts={acts}
        onAdd={() => setTask({ kind: 'spell', spell: emptySpell('') })}
      />
      {task?.kind === 'spell' ? (
        <SpellForm
          key={task.spell.id}
          member={member}
          stored={task.spell}
          organisations={organisations}
          onClose={() => setTask(null)}
        />
      ) : null}
      <ul className="panel-list">
        {inOrder(member.memberships)
          .map((spell, index) => ({ spell, line: lines[index] }))
          .toReversed()
          .map(({ spell, line }) => (
            <Entry
              key={spell.id}
              now={within(today, spell.from, spell.to)}
              title={[line?.organisation, line?.group].filter(Boolean).join(' ')}
              detail={[
                span(spell.from, spell.to),
                line?.came,
                line?.left,
                spell.affiliation === '本支部' ? '' : spell.affiliation,
                spell.statedPosts.length === 0 ? '' : `名册所载职务：${spell.statedPosts.join('、')}`
              ]
                .filter(Boolean)
                .join('，')}
              acts={acts}
              onEdit={() => setTask({ kind: 'spell', spell })}
              doomed={
                only
                  ? null
                  : {
                      title: `删除在${line?.organisation ?? ''}的这段组织关系？`,
                      words: '只用于登记错了的，删除后不能撤回，那段时间的应到人数会跟着变。调离的请填转出日期。',
                      verb: '删除这段组织关系',
                      remove: () =>
                        client.member.save.mutate({
                          ...member,
                          memberships: member.memberships.filter((one) => one.id !== spell.id)
                        })
                    }
              }
            />
          ))}
      </ul>
    </>
  )
}
