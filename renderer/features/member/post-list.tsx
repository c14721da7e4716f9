import { membershipOn } from '../../../shared/features/member/member.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { holdsOn, type Post, postTitles } from '../../../shared/features/post/post.ts'
import { client } from '../../api/client.ts'
import { Entry, HistoryHead, span } from './history-entry.tsx'
import type { HistoryProps } from './history-tab.tsx'
import type { MemberFile } from './member-panel.tsx'
import { PostForm } from './post-form.tsx'

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

/** 任职 of a person with their days, newest first. */
export function PostList({ file, organisations, acts, organisationId }: HistoryProps) {
  const { member, posts } = file
  const { today, task, setTask, mayWrite } = acts
  const nameOf = (id: string): string =>
    labelOf(organisations.find((one) => one.id === id) ?? { name: '', shortName: null })
  const edit = (post: Post, ending = false): void =>
    setTask({ kind: 'post', post: ending ? { ...post, to: today } : post, ending })
  const fresh = (title: Post['title']): Post => ({
    ...{ id: '', organisationId, memberId: member.id, title },
    ...{ from: '', to: null, appointedBy: null }
  })
  return (
    <>
      <HistoryHead title="任职" verb="记任职" acts={acts} onAdd={() => edit(fresh('委员'))} />
      {undatedTitles(file, today).map((title) => (
        <p key={title} className="note">
          名册所载“{title}”没有任职日期。
          {mayWrite ? (
            <button type="button" className="link" onClick={() => edit(fresh(title))}>
              补任职日期
            </button>
          ) : null}
        </p>
      ))}
      {task?.kind === 'post' ? (
        <PostForm
          key={`${task.post.id}-${task.post.title}`}
          stored={task.post}
          ending={task.ending}
          organisations={organisations}
          onClose={() => setTask(null)}
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
            acts={acts}
            onEdit={() => edit(post)}
            doomed={{
              title: `删除“${post.title}”这条任职？`,
              words: '只用于登记错了的任职，删除后不能撤回。不再担任的请记免职日期，往年的应到委员才算得对。',
              verb: '删除这条任职',
              remove: () => client.post.remove.mutate({ id: post.id })
            }}
          >
            {post.to === null ? (
              <button type="button" className="link" onClick={() => edit(post, true)}>
                记免职
              </button>
            ) : null}
          </Entry>
        ))}
      </ul>
    </>
  )
}
