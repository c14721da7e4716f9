import './organisation-tree.css'
import { CaretDownFilled, CaretRightFilled, SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { ancestorsOf, peopleOf, type Twig, twigsOf } from './organisation-branches.ts'
import type { OrganisationNode } from './roster.ts'

type TwigProps = { twig: Twig; chosen: boolean; onChoose: () => void; onToggle: () => void }

function TwigLine({ twig: { node, depth, children, open }, chosen, onChoose, onToggle }: TwigProps) {
  return (
    <div
      id={`organisation-${node.id}`}
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={chosen}
      aria-expanded={children === 0 ? undefined : open}
      className={chosen ? 'twig chosen' : 'twig'}
      style={{ paddingLeft: 6 + depth * 14 }}
      title={node.name}
      onClick={onChoose}
    >
      <span
        className="twig-caret"
        aria-hidden
        onClick={(event) => {
          event.stopPropagation()
          onToggle()
        }}
      >
        {children === 0 ? null : open ? <CaretDownFilled /> : <CaretRightFilled />}
      </span>
      <span className="twig-name">{labelOf(node)}</span>
      <span className="twig-count">{peopleOf(node)}</span>
    </div>
  )
}

/** Which lines are open: everything above branches, and what the user or the choice opened. */
function useOpenTwigs(nodes: readonly OrganisationNode[], chosenId: string) {
  const [touched, setTouched] = useState(() => new Map<string, boolean>())
  const upper = useMemo(() => {
    const open = new Set(nodes.filter((node) => node.kind === '党委' || node.kind === '党总支').map((node) => node.id))
    return open
  }, [nodes])
  const above = useMemo(() => new Set([chosenId, ...ancestorsOf(nodes, chosenId)]), [nodes, chosenId])
  const isOpen = (id: string): boolean => touched.get(id) ?? (upper.has(id) || above.has(id))
  const set = (id: string, open: boolean): void => setTouched((old) => new Map(old).set(id, open))
  return { isOpen, set }
}

type Props = { nodes: readonly OrganisationNode[]; chosenId: string; onChoose: (id: string) => void }

/** The tree of organisations with people counts. Arrows move the choice, left and right close and open. */
export function OrganisationTree({ nodes, chosenId, onChoose }: Props) {
  const [search, setSearch] = useState('')
  const tree = useRef<HTMLDivElement>(null)
  const { isOpen, set } = useOpenTwigs(nodes, chosenId)
  const twigs = twigsOf(nodes, isOpen, search)
  const index = twigs.findIndex(({ node }) => node.id === chosenId)
  useEffect(() => {
    document.getElementById(`organisation-${chosenId}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  const choose = (at: number): void => {
    const twig = twigs[Math.max(0, Math.min(twigs.length - 1, at))]
    if (twig !== undefined) onChoose(twig.node.id)
  }
  const press = (event: KeyboardEvent): void => {
    const twig = twigs[index]
    const actions: Record<string, () => void> = {
      ArrowDown: () => choose(index + 1),
      ArrowUp: () => choose(index - 1),
      Home: () => choose(0),
      End: () => choose(twigs.length - 1),
      ArrowRight: () => (twig?.open ? choose(index + 1) : twig && set(twig.node.id, true)),
      ArrowLeft: () => {
        if (twig === undefined) return
        if (twig.open && twig.children > 0) set(twig.node.id, false)
        else if (twig.node.parentId !== null) onChoose(twig.node.parentId)
      }
    }
    const action = event.nativeEvent.isComposing ? undefined : actions[event.key]
    if (action === undefined) return
    event.preventDefault()
    action()
  }
  return (
    <>
      <div className="tree-search">
        <Input
          prefix={<SearchOutlined />}
          placeholder="组织名称"
          aria-label="按名称找组织"
          allowClear
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return
            const first = twigs.find(({ node }) => labelOf(node).includes(search.trim())) ?? twigs[0]
            if (first !== undefined && search.trim() !== '') onChoose(first.node.id)
            tree.current?.focus()
          }}
        />
      </div>
      <div
        ref={tree}
        className="tree"
        role="tree"
        aria-label="党组织"
        tabIndex={0}
        aria-activedescendant={index < 0 ? undefined : `organisation-${chosenId}`}
        onKeyDown={press}
      >
        {twigs.map((twig) => (
          <TwigLine
            key={twig.node.id}
            twig={twig}
            chosen={twig.node.id === chosenId}
            onChoose={() => onChoose(twig.node.id)}
            onToggle={() => set(twig.node.id, !twig.open)}
          />
        ))}
        {twigs.length === 0 ? <p className="note tree-none">没有名称里带“{search.trim()}”的组织</p> : null}
      </div>
    </>
  )
}
