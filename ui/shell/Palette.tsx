import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { type KeyboardEvent, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { features, type Hit } from '../feature'
import { useMay } from '../me'
import { useEntries } from './Menu'

/** Palette finds what features can find, and the places of the menu. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const groups = useGroups(useDeferredValue(words.trim()))
  const hits = groups.flatMap((g) => g.hits)
  const open = (hit: Hit | undefined) => {
    if (!hit) return
    onClose()
    void go({ to: hit.to })
  }
  const press = ({ key, nativeEvent }: KeyboardEvent) => {
    if (nativeEvent.isComposing) return
    if (key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1))
    if (key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    if (key === 'Enter') open(hits[at])
  }
  return (
    <Modal open onCancel={onClose} footer={null} closable={false} width={560} className="palette" title={t('ui.search')}>
      <div className="palette-box">
        <SearchOutlined />
        <input autoFocus role="combobox" aria-expanded="true" aria-controls="palette-hits" aria-activedescendant={hits[at] && 'hit-' + at}
          aria-label={t('ui.search')} placeholder={t('ui.search_hint')} value={words} onKeyDown={press}
          onChange={(e) => { setWords(e.target.value); setAt(0) }} />
        <kbd>Esc</kbd>
      </div>
      <div id="palette-hits" role="listbox" aria-label={t('ui.search')}>
        {groups.map(({ title, hits: found }) => found.length > 0 && (
          <div key={title} role="group" aria-label={title}>
            <h3 aria-hidden="true">{title}</h3>
            {found.map((hit) => {
              const place = hits.indexOf(hit)
              return (
                <div key={hit.key} id={'hit-' + place} role="option" aria-selected={place === at} onMouseMove={() => setAt(place)} onClick={() => open(hit)}>
                  <span>{hit.title}</span><span className="third">{hit.note}</span>
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {words && hits.length === 0 && <p className="palette-none">{t('ui.search_none', { words })}</p>}
    </Modal>
  )
}

function useGroups(words: string) {
  const { t } = useTranslation()
  const may = useMay()
  const places = useEntries()
    .map((e) => ({ key: e.path, title: t(e.title), note: e.key && `g ${e.key}`, to: e.path }))
    .filter((e) => e.title.toLowerCase().includes(words.toLowerCase()))
  const found = useQuery({
    queryKey: ['find', words],
    enabled: words !== '',
    placeholderData: (old) => old,
    queryFn: () => Promise.all(features.flatMap((f) => f.finders ?? []).filter((f) => may(f.grant)).map(async (f) => ({ title: t(f.title), hits: await f.find(words) }))),
  })
  return [...(words ? found.data ?? [] : []), { title: t('ui.places'), hits: places }]
}
