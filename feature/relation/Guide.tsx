import { Button, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Guided, useProposal, useQuestions } from './server'
import { useWords } from './words'

interface Props {
  field: Guided
  answers: Record<string, string>
  onAnswer: (answers: Record<string, string>) => void
  onTake: (value: string, why: string) => void
}

/** Guide asks for what can be seen, and says which value that speaks for. */
export function Guide({ field, answers, onAnswer, onTake }: Props) {
  const { t } = useTranslation()
  const words = useWords()
  const questions = useQuestions(field)
  const proposal = useProposal(field, answers).data
  const why = proposal?.why?.map((key) => t(key)).join(t('relation.semicolon')) ?? ''
  return (
    <div className="guide">
      <Fault error={questions.error} />
      {questions.data?.questions.map(({ key, text }) => (
        <fieldset key={key}>
          <legend>{t(text)}</legend>
          <Radio.Group size="small" value={answers[key]} onChange={(event) => onAnswer({ ...answers, [key]: event.target.value as string })}
            options={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: t(`relation.answer_${value}`) }))} />
        </fieldset>
      ))}
      {Object.keys(answers).length > 0 && proposal && (
        <p role="status">
          {proposal.value ? <>{t('relation.proposed')} <b>{words.value(field, proposal.value)}</b> <span className="third">{why}</span> <Button size="small" onClick={() => onTake(proposal.value, why)}>{t('relation.take')}</Button></>
            : <span className="third">{t('relation.undecided')}</span>}
        </p>
      )}
    </div>
  )
}
