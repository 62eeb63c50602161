import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { SheetForm } from './SheetForm'
import { type Analysis, boxes, texts } from './server'

/** Use is the form of five blocks: industry, himself, use, projects, what he will buy. */
export function Use({ analysis }: { analysis: Analysis }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { sheet, blocks } = analysis
  return (
    <>
      <p>{t('application.blocks', { n: blocks.filter((b) => b.filled).length, of: blocks.length })} <span className="third">{t('application.missing', { what: blocks.filter((b) => !b.filled).map((b) => t(`application.block_${b.key}`)).join(' · ') || '—' })}</span></p>
      <dl className="application-said">
        {texts.map((key) => <div key={key}><dt>{t(`application.block_${key}`)}</dt><dd>{sheet[key] || <span className="third">{t('application.not_filled')}</span>}</dd></div>)}
        <div><dt>{t('application.block_forecast')}</dt><dd><Expected analysis={analysis} /></dd></div>
      </dl>
      <Foot analysis={analysis} which="use" by={sheet.version > 0 ? t('application.saved_by', { by: sheet.by, on: figures.day(sheet.on) }) : t('application.nobody')} />
    </>
  )
}

/** Expected is what he bought, what follows from it, and what we expect instead. */
function Expected({ analysis: { forecast: f, sheet } }: { analysis: Analysis }) {
  const { t } = useTranslation()
  const figures = useFigures(f?.currency)
  const ours = sheet.expected_minor == null ? <span className="third">{t('application.not_filled')}</span> : <b>{figures.sum(sheet.expected_minor)} {figures.unit}</b>
  return (
    <>
      {!f && <p className="third">{t('application.hidden')}</p>}
      {f && (
        <>
          <p>{(f.years ?? []).map((net, i) => `${t('application.year', { year: f.year - 3 + i })} ${figures.sum(net)}`).join(' · ')} {figures.unit}</p>
          <p>{t('application.actual')} {figures.sum(f.actual)} {figures.unit}</p>
          <p>{f.growth == null ? t('application.growth_none') : t('application.growth', { share: figures.change(f.growth) })}</p>
          {f.reckoned != null && <p>{t('application.reckoned')} <b>{figures.sum(f.reckoned)} {figures.unit}</b>{f.cautious && <span className="third"> {t('application.cautious')}</span>}</p>}
        </>
      )}
      <p>{t('application.expected')} {ours}{sheet.reason && <span className="second"> {sheet.reason}</span>}</p>
    </>
  )
}

/** Boxes are the four of a plan. */
export function Boxes({ analysis }: { analysis: Analysis }) {
  const { t } = useTranslation()
  const { sheet } = analysis
  return (
    <>
      <p>{t('application.boxes', { n: analysis.boxes })}</p>
      <dl className="application-said">
        {boxes.map((key) => <div key={key}><dt>{t(`application.${key}`)}</dt><dd>{sheet[key] || <span className="third">{t('application.not_filled')}</span>}</dd></div>)}
      </dl>
      <Foot analysis={analysis} which="plan" />
    </>
  )
}

function Foot({ analysis, which, by }: { analysis: Analysis; which: 'use' | 'plan'; by?: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <p className="application-foot">
      {analysis.write && <Button size="small" onClick={() => setOpen(true)}>{t('application.edit')}</Button>}
      {by && <span className="third">{by}</span>}
      {open && <SheetForm sheet={analysis.sheet} which={which} onDone={() => setOpen(false)} />}
    </p>
  )
}
