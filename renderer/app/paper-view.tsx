import { MoreOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import type { DocumentSettings } from '../../shared/features/setting/setting.ts'
import { api, fetchBytes, problemOfError, saveFile } from '../api/client.ts'
import { useKeys } from '../ui/keys.ts'
import { Paper } from '../ui/paper.tsx'
import type { Mark } from '../ui/paper-mark.ts'
import { printPdf } from '../ui/pdf.ts'
import { MenuLine, PopupButton } from '../ui/popup-button.tsx'
import { useMenuCommand } from './menu-command.ts'

type FetchedPaper = { bytes: ArrayBuffer; missing: string; fonts: string }

async function fetchPaper(path: string): Promise<FetchedPaper> {
  const response = await fetchBytes(path)
  const head = (name: string): string => decodeURIComponent(response.headers.get(name) ?? '')
  return { missing: head('x-missing-characters'), fonts: head('x-fonts'), bytes: await response.arrayBuffer() }
}

const wordFontNames: Record<DocumentSettings['wordFonts'], string> = {
  plain: '仿宋、楷体',
  gb2312: '仿宋_GB2312'
}

type MoreProps = {
  fonts: string
  wordFonts: DocumentSettings['wordFonts']
  onWordFonts: (fonts: DocumentSettings['wordFonts']) => void
  onPdf: () => void
}

/** What is needed now and then: a PDF file, the names of fonts in Word, and what the pages are set in. */
function More({ fonts, wordFonts, onWordFonts, onPdf }: MoreProps) {
  return (
    <PopupButton label="更多" icon={<MoreOutlined />} iconOnly>
      {(close) => (
        <div className="paper-more">
          <MenuLine
            onClick={() => {
              onPdf()
              close()
            }}
          >
            存为 PDF 文件
          </MenuLine>
          <div className="field">
            <span className="field-label" id="word-fonts">
              Word 文件里的字体名
            </span>
            <Segmented<DocumentSettings['wordFonts']>
              aria-labelledby="word-fonts"
              value={wordFonts}
              options={(Object.keys(wordFontNames) as DocumentSettings['wordFonts'][]).map((value) => ({
                value,
                label: wordFontNames[value]
              }))}
              onChange={onWordFonts}
            />
            <p className="note">按接收单位电脑里有的字体选，没有的字体会被 Word 换成别的。</p>
          </div>
          {fonts === '' ? null : <p className="note">这些页面用的字体：{fonts}。</p>}
        </div>
      )}
    </PopupButton>
  )
}

type Props = {
  title: string
  /** Address without extension and query; the engine draws the paper from the store. */
  path: string
  query?: string
  /** Name of a saved file, without extension. */
  fileName: string
  /** Changes when the record did. */
  version?: unknown
  excel?: boolean
  /** Done before anything leaves the program, such as saving what was typed. */
  before?: () => Promise<unknown>
  mark?: Mark | null
  footer?: ReactNode
  startZoom?: number
  children?: ReactNode
}

/** A paper page by page with print, Word, PDF and Excel. What leaves the program is fetched anew and noted by the engine. */
export function PaperView({ title, path, query = '', fileName, version, excel = false, before, ...shown }: Props) {
  const [chosenFonts, setChosenFonts] = useState<DocumentSettings['wordFonts'] | null>(null)
  const settings = useQuery(api.setting.documents.queryOptions())
  const wordFonts = chosenFonts ?? settings.data?.wordFonts ?? 'plain'
  const addressOf = (format: string, more = ''): string =>
    `${path}.${format}?${[query, more].filter((part) => part !== '').join('&')}`
  const paper = useQuery({
    queryKey: ['paper', addressOf('pdf'), version],
    queryFn: () => fetchPaper(addressOf('pdf')),
    placeholderData: (old) => old
  })
  const printed = async (): Promise<ArrayBuffer> => {
    await before?.()
    return (await fetchBytes(addressOf('pdf', 'use=print'))).arrayBuffer()
  }
  const print = (): void => void printed().then(printPdf)
  useKeys({ 'Ctrl+P': print })
  useMenuCommand('print', print)
  const save = (format: 'docx' | 'xlsx' | 'pdf', more: string) => async (): Promise<void> => {
    await before?.()
    await saveFile(addressOf(format, more), `${fileName}.${format}`)
  }
  const warning =
    paper.error !== null
      ? problemOfError(paper.error).message
      : paper.data?.missing
        ? `字体里没有这些字，纸上印成〓：${paper.data.missing}。请打印后手写补上。`
        : null
  return (
    <Paper
      {...shown}
      title={title}
      bytes={paper.error === null ? (paper.data?.bytes ?? null) : null}
      warning={warning}
      waiting={paper.error === null}
      printed={printed}
      onWord={() => void save('docx', `wordFonts=${wordFonts}`)()}
      onExcel={excel ? () => void save('xlsx', '')() : undefined}
      more={
        <More
          fonts={paper.data?.fonts ?? ''}
          wordFonts={wordFonts}
          onWordFonts={setChosenFonts}
          onPdf={() => void save('pdf', 'use=print')()}
        />
      }
    />
  )
}
