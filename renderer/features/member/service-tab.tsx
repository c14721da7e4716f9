import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { membershipOn } from '../../../shared/features/member/member.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { holdsOn, type Post, postTitles } from '../../../shared/features/post/post.ts'
import { client } from '../../api/client.ts'
import type { MemberFile } from './member-panel.tsx'
import { PostForm } from './post-form.tsx'
import type { OrganisationNode } from './roster.ts'
import { type Doomed, Entry, RemovalQuestion, span, type Task } from './service-entry.tsx'
import { SuspensionList } from './suspension-list.tsx'

type Props = { file: MemberFile; organisations: readonly OrganisationNode[]; today: string }

/** Titles the roster states without a date, where no dated post says the same. */
function undatedTitles({ member, posts }: MemberFile, today: string) {
  const spell = member.memberships.find(
    (one) => membershipOn({ memberships: [one] }, one.organisationId, today) !== null
  )
  return (spell?.statedPosts ?? []).flatMap((stated) => {
    const title = postTitles.find((one) => one === stated)
    return title === undefined || posts.some((post) => post.title === title) ? [] : [title]
  })
}

/** Posts with their dates, and spells without rights. Adding, ending and mending happen in place. */
export function ServiceTab({ file, organisations, today }: Props) {
  const { member, posts, suspensions } = file
  const [task, setTask] = useState<Task>(null)
  const [doomed, setDoomed] = useState<Doomed | null>(null)
  const home =
    member.memberships.find((one) => membershipOn({ memberships: [one] }, one.organisationId, today) !== null) ??
    member.memberships.at(-1)
  const organisationId = home?.organisationId ?? ''
  const nameOf = (id: string): string =>
    labelOf(organisations.find((one) => one.id === id) ?? { name: '', shortName: null })
  const newPost = (title: Post['title']): Post => ({
    id: '',
    organisationId,
    memberId: member.id,
    title,
    from: '',
    to: null,
    appointedBy: null
  })
  const editPost = (post: Post, ending: boolean): void =>
    setTask({ kind: 'post', post: ending ? { ...post, to: today } : post, ending })
  const close = (): void => setTask(null)
  return (
    <div className="service">
      <div className="panel-heading row">
        <h3>任职</h3>
        {task === null ? (
          <Button size="small" icon={<PlusOutlined />} onClick={() => editPost(newPost('委员'), false)}>
            记任职
          </Button>
        ) : null}
      </div>
      {undatedTitles(file, today).map((title) => (
        <p key={title} className="note">
          名册所载“{title}”没有任职日期。
          <button type="button" className="link" onClick={() => editPost(newPost(title), false)}>
            补任职日期
          </button>
        </p>
      ))}
      {task?.kind === 'post' ? (
        <PostForm
          key={`${task.post.id}-${task.post.title}`}
          stored={task.post}
          ending={task.ending}
          organisations={organisations}
          onClose={close}
        />
      ) : null}
      {posts.length === 0 && task === null ? <p className="quiet">没有登记过任职。</p> : null}
      <ul className="panel-list">
        {posts.toReversed().map((post) => (
          <Entry
            key={post.id}
            now={holdsOn(post, today)}
            title={`${nameOf(post.organisationId)} ${post.title}`}
            detail={`${span(post.from, post.to)}${post.appointedBy === null ? '' : `，${post.appointedBy}`}`}
          >
            {post.to === null ? (
              <button type="button" className="link" onClick={() => editPost(post, true)}>
                记免职
              </button>
            ) : null}
            <button type="button" className="link" onClick={() => editPost(post, false)}>
              修改
            </button>
            <button
              type="button"
              className="link"
              onClick={() =>
                setDoomed({
                  title: `删除“${post.title}”这条任职？`,
                  words: '只用于登记错了的任职，删除后不能撤回。不再担任的请记免职日期，往年的应到委员才算得对。',
                  verb: '删除这条任职',
                  remove: () => client.post.remove.mutate({ id: post.id })
                })
              }
            >
              删除
            </button>
          </Entry>
        ))}
      </ul>
      <SuspensionList
        suspensions={suspensions}
        today={today}
        task={task}
        setTask={setTask}
        setDoomed={setDoomed}
        blank={{ id: '', memberId: member.id, organisationId, kind: '留党察看', from: '', to: null, basis: null }}
      />
      {doomed === null ? null : <RemovalQuestion doomed={doomed} onDone={() => setDoomed(null)} />}
    </div>
  )
}
