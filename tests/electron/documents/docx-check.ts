import JSZip from 'jszip'
import { elementsOf, parseXml, type XmlElement } from '../../../electron/documents/template-xml.ts'

/*
 * What Word would refuse a file for, or silently mend: broken XML, loose relationships, parts without a type, ids used
 * twice, elements out of the order of ECMA-376 (transitional). The sequences are those of Part 1, 17.3–17.7 and Annex A.
 */

const words = (text: string): string[] => text.trim().split(/\s+/)

const sequences: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': words(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
    spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
    divId cnfStyle rPr sectPr pPrChange`),
  'w:rPr':
    words(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
    vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath rPrChange`),
  'w:tblPr': words(`tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
    tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange`),
  'w:tcPr':
    words(`cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
    headers cellIns cellDel cellMerge tcPrChange`),
  'w:sectPr': words(`headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
    pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange`),
  'w:style':
    words(`name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
    personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr`),
  'w:pBdr': words('top left bottom right between bar'),
  'w:tblBorders': words('top left start bottom right end insideH insideV'),
  'w:tcBorders': words('top left start bottom right end insideH insideV tl2br tr2bl'),
  'w:tblCellMar': words('top left start bottom right end'),
  'w:sdtPr':
    words(`rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex equation comboBox
    date docPartObj docPartList dropDownList picture richText text citation group bibliography`),
  'c:chartSpace':
    words(`date1904 lang roundedCorners AlternateContent style clrMapOvr pivotFmts protection chart spPr txPr
    externalData printSettings userShapes extLst`),
  'c:dLbls': words(`dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent
    showBubbleSize separator showLeaderLines leaderLines extLst`)
}

/** CT_TrPr is a choice in any order; only what is said of changes comes last. */
const rowEnd: ReadonlySet<string> = new Set(['w:ins', 'w:del', 'w:trPrChange'])

const attributesOf = ({ head }: XmlElement): [string, string][] =>
  [...head.matchAll(/\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => [
    match[1] ?? '',
    match[2] ?? match[3] ?? ''
  ])
const attribute = (element: XmlElement, name: string): string | undefined =>
  attributesOf(element).find(([own]) => own === name)?.[1]

const all = (element: XmlElement): XmlElement[] => elementsOf(element).flatMap((child) => [child, ...all(child)])

const twice = (values: readonly (string | undefined)[]): string[] =>
  values.filter((value, index): value is string => value !== undefined && values.indexOf(value) !== index)

const orderFaults = (element: XmlElement): string[] => {
  const local = elementsOf(element).map(({ name }) => name)
  const first = (name: string): string[] =>
    local.lastIndexOf(name) > 0 ? [`${name} is not the first child of ${element.name}`] : []
  if (element.name === 'w:trPr') {
    const end = local.findIndex((name) => rowEnd.has(name))
    return end >= 0 && local.slice(end).some((name) => !rowEnd.has(name)) ? ['w:trPr goes on after its changes'] : []
  }
  if (element.name === 'w:p') return first('w:pPr')
  if (element.name === 'w:r') return first('w:rPr')
  if (element.name === 'w:tc')
    return [...first('w:tcPr'), ...(local.at(-1) === 'w:p' ? [] : ['a cell does not end with a paragraph'])]
  if (element.name === 'w:tr') return local.includes('w:tc') ? [] : ['a row without a cell']
  if (element.name === 'w:tbl')
    return local[0] === 'w:tblPr' && local[1] === 'w:tblGrid' ? [] : ['a table does not begin with tblPr and tblGrid']
  const sequence = sequences[element.name]
  if (sequence === undefined) return []
  const prefix = element.name.split(':')[0]
  const places = local.map((name) => sequence.indexOf(name.replace(`${prefix}:`, '')))
  // Headers and footers of a section may be mixed.
  const flat = element.name === 'w:sectPr' ? places.map((place) => Math.max(1, place)) : places
  return flat.flatMap((place, index) => {
    if (places[index] === -1) return [`${element.name} may not hold ${local[index]}`]
    return index > 0 && place < (flat[index - 1] ?? 0) ? [`${local[index]} stands too late in ${element.name}`] : []
  })
}

/** Spans of a row and its merged cells fill the grid of the table exactly. */
const tableFaults = (table: XmlElement): string[] => {
  const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
    element && elementsOf(element).find((one) => one.name === name)
  const grid = child(table, 'w:tblGrid')
  const columns = grid === undefined ? 0 : elementsOf(grid).length
  return elementsOf(table)
    .filter(({ name }) => name === 'w:tr')
    .flatMap((row, index) => {
      const cells = elementsOf(row).filter(({ name }) => name === 'w:tc')
      const spans = cells.map((cell) => {
        const span = child(child(cell, 'w:tcPr'), 'w:gridSpan')
        return span === undefined ? 1 : Number(attribute(span, 'w:val'))
      })
      const sum = spans.reduce((total, span) => total + span, 0)
      return sum === columns ? [] : [`row ${index + 1} has ${sum} columns of ${columns}`]
    })
}

const resolved = (owner: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  return new URL(target, `http://x/${owner}`).pathname.slice(1)
}

const relationFaults = (trees: ReadonlyMap<string, XmlElement>, names: ReadonlySet<string>): string[] =>
  [...trees].flatMap(([name, tree]) => {
    if (!name.endsWith('.rels')) return []
    const owner = name.replace('_rels/', '').slice(0, -'.rels'.length)
    const relations = all(tree).filter((element) => element.name === 'Relationship')
    const ids = relations.map((relation) => attribute(relation, 'Id'))
    const tree0 = trees.get(owner)
    const used =
      tree0 === undefined
        ? []
        : all(tree0).flatMap((element) =>
            attributesOf(element)
              .filter(([key]) => key.startsWith('r:'))
              .map(([, value]) => value)
          )
    return [
      ...(owner === '' || names.has(owner) ? [] : [`${name} belongs to no part`]),
      ...twice(ids).map((id) => `${name} has ${id} twice`),
      ...used.filter((id) => !ids.includes(id)).map((id) => `${owner} names ${id}, which it has not`),
      ...relations
        .filter((relation) => attribute(relation, 'TargetMode') !== 'External')
        .map((relation) => resolved(owner, attribute(relation, 'Target') ?? ''))
        .filter((target) => !names.has(target))
        .map((target) => `${name} points to ${target}, which is not there`)
    ]
  })

const typeFaults = (types: XmlElement | undefined, names: ReadonlySet<string>): string[] => {
  if (types === undefined) return ['no content types']
  const entries = all(types)
  const extensions = new Set(entries.map((entry) => attribute(entry, 'Extension')))
  const parts = entries.flatMap((entry) => attribute(entry, 'PartName')?.slice(1) ?? [])
  return [
    ...twice(parts).map((name) => `${name} has two content types`),
    ...parts.filter((name) => !names.has(name)).map((name) => `a content type for ${name}, which is not there`),
    ...[...names]
      .filter((name) => name !== '[Content_Types].xml')
      .filter((name) => !parts.includes(name) && !extensions.has(name.split('.').at(-1)))
      .map((name) => `${name} has no content type`)
  ]
}

const idFaults = (trees: ReadonlyMap<string, XmlElement>): string[] => {
  const document = trees.get('word/document.xml')
  const elements = document === undefined ? [] : all(document)
  const values = (name: string, key: string) =>
    elements.filter((element) => element.name === name).map((element) => attribute(element, key))
  const styles = [...trees].flatMap(([name, tree]) => (name === 'word/styles.xml' ? all(tree) : []))
  const defined = styles.filter(({ name }) => name === 'w:style').map((style) => attribute(style, 'w:styleId'))
  const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) => values(name, 'w:val'))
  const bookmarks = values('w:bookmarkStart', 'w:name')
  return [
    ...twice(values('w:bookmarkStart', 'w:id')).map((id) => `bookmark ${id} twice`),
    ...twice(bookmarks).map((name) => `bookmark ${name} twice`),
    ...twice(values('wp:docPr', 'id')).map((id) => `drawing ${id} twice`),
    ...twice(defined).map((id) => `style ${id} twice`),
    ...used.filter((id) => !defined.includes(id)).map((id) => `style ${id} is not there`),
    ...values('w:hyperlink', 'w:anchor')
      .filter((name) => name !== undefined && !bookmarks.includes(name))
      .map((name) => `a link to ${name}, which is not there`)
  ]
}

/** Everything wrong with a package; nothing for a good one. Packages inside (workbooks of charts) are looked at too. */
export const faultsOf = async (bytes: Uint8Array): Promise<string[]> => {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true })
  const names = new Set(Object.keys(zip.files).filter((name) => !zip.files[name]?.dir))
  const trees = new Map<string, XmlElement>()
  const faults: string[] = []
  for (const name of names) {
    const file = zip.file(name)
    if (file && name.endsWith('.xlsx'))
      faults.push(...(await faultsOf(await file.async('uint8array'))).map((fault) => `${name}: ${fault}`))
    if (!file || !/\.(xml|rels)$/.test(name)) continue
    try {
      trees.set(name, parseXml(await file.async('string')))
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  for (const [name, tree] of trees) {
    for (const element of all(tree)) {
      const own = [
        ...orderFaults(element),
        ...(element.name === 'w:tbl' ? tableFaults(element) : []),
        ...twice(attributesOf(element).map(([key]) => key)).map((key) => `${key} twice in ${element.name}`)
      ]
      faults.push(...own.map((fault) => `${name}: ${fault}`))
    }
  }
  return [
    ...faults,
    ...relationFaults(trees, names),
    ...typeFaults(trees.get('[Content_Types].xml'), names),
    ...idFaults(trees)
  ]
}
