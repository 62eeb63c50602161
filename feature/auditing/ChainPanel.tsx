import { SafetyCertificateOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Fact } from '../../ui/kit/Fact'
import { Panel } from '../../ui/kit/Panel'
import { type Chain, useChain, useVerify } from './server'

/** ChainPanel says how far the logs can be trusted, and lets them be verified. */
export function ChainPanel() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const chain = useChain()
  const verify = useVerify()
  const start = () => verify.mutate(undefined, { onSuccess: () => void message.info(t('auditing.checking')) })
  const button = <Button size="small" icon={<SafetyCertificateOutlined />} title={t('auditing.job_hint')} loading={verify.isPending} onClick={start}>{t('auditing.check')}</Button>
  return (
    <Panel title={t('auditing.chain')} extra={button}>
      <Fault error={chain.error ?? verify.error} onRetry={() => void chain.refetch()} />
      {chain.data && <Facts chain={chain.data} />}
    </Panel>
  )
}

function Facts({ chain }: { chain: Chain }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <dl className="audit-facts">
      <Fact title={t('auditing.sealed_up_to')}>{figures.second(chain.sealed_at)}<div className="third">{t('auditing.sealed', { n: figures.count(chain.sealed) })}</div></Fact>
      <Fact title={t('auditing.unsealed')}>{figures.count(chain.unsealed)}</Fact>
      <Fact title={t('auditing.cut')}>{figures.count(chain.cut)}</Fact>
      <Fact title={t('auditing.verified')}><Verified chain={chain} /></Fact>
    </dl>
  )
}

function Verified({ chain: { verified } }: { chain: Chain }) {
  const { t } = useTranslation()
  const { second } = useFigures()
  if (!verified) return <>{t('auditing.never')}</>
  const broken = t('auditing.broken', { log: t(`auditing.log_${verified.log}`), seq: verified.seq })
  return (
    <>
      <StateChip state={verified.holds ? 'ok' : 'blocked'}>{verified.holds ? t('auditing.holds') : broken}</StateChip>
      <div className="third">{verified.at && second(verified.at)} · {verified.by}</div>
    </>
  )
}
