/*
 * The XML of a unit's template, read strictly and written back as it was: every tag and text is kept as it stands in the
 * file, so what a filling does not touch stays the same to the letter.
 */

/** `head` is the start tag as written. Text, comments and instructions are strings, as written too. */
export type XmlElement = { name: string; head: string; empty: boolean; parent: XmlElement | null; children: XmlNode[] }
/** An element, or what stands between tags. */
export type XmlNode = XmlElement | string

/** Nothing Word writes is nested so deep; a file that is was made to break programs. */
const deepest = 200

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?=]+)(?:\s+[^\s<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>|[^<]+/y

/** Throws when the text is not well-formed XML of one root. Returns a nameless element that holds prolog and root. */
export const parseXml = (text: string): XmlElement => {
  const whole: XmlElement = { name: '', head: '', empty: false, parent: null, children: [] }
  let open = whole
  let depth = 0
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const [raw, closing, opening, slash] = token.exec(text) ?? []
    if (raw === undefined) throw new Error('the XML is not well-formed')
    if (opening !== undefined) {
      const element = { name: opening, head: raw, empty: slash === '/', parent: open, children: [] }
      open.children.push(element)
      if (element.empty) continue
      open = element
      depth += 1
      if (depth > deepest) throw new Error('the XML is nested too deep')
    } else if (closing !== undefined) {
      if (closing !== open.name || open.parent === null) throw new Error('the XML is not well-formed')
      open = open.parent
      depth -= 1
    } else open.children.push(raw)
  }
  if (open !== whole || elementsOf(whole).length !== 1 || stray(whole)) throw new Error('the XML is not well-formed')
  return whole
}

const stray = ({ children }: XmlElement): boolean =>
  children.some((child) => typeof child === 'string' && !child.startsWith('<') && /[^\s\ufeff]/.test(child))

/** The children that are elements. */
export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string')

/** What parseXml read, to the letter where nothing was changed. */
export const writeXml = (node: XmlNode): string => {
  if (typeof node === 'string') return node
  const inner = node.children.map(writeXml).join('')
  return node.empty || node.name === '' ? node.head + inner : `${node.head}${inner}</${node.name}>`
}

/** A copy of a node and all in it, to stand under another parent. */
export const copyXml = (node: XmlElement, parent: XmlElement | null): XmlElement => {
  const copy: XmlElement = { ...node, parent, children: [] }
  copy.children = node.children.map((child) => (typeof child === 'string' ? child : copyXml(child, copy)))
  return copy
}

/** A new element without a parent; `attributes` as written, with a blank before each. */
export const elementOf = (name: string, children: XmlNode[] = [], attributes = ''): XmlElement => {
  const empty = children.length === 0
  return { name, head: `<${name}${attributes}${empty ? '/' : ''}>`, empty, parent: null, children }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (raw: string): string => {
  if (raw.startsWith('<![CDATA[')) return raw.slice('<![CDATA['.length, -']]>'.length)
  if (raw.startsWith('<')) return ''
  return raw.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    if (name !== undefined) return entities[name] ?? all
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

/** The text of an element that holds nothing but text. */
export const textOf = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? decoded(child) : '')).join('')

/** The value of an attribute, by its local name whatever its prefix; empty where it is not there. */
export const attributeOf = ({ head }: XmlElement, name: string): string => {
  const found = new RegExp(`\\s(?:[^\\s=:]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(head)
  return decoded(found?.[1] ?? found?.[2] ?? '')
}

/** The name without its prefix. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1)

/** Text as it may stand between tags. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
