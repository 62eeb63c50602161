import { CameraOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Waiting } from '../../ui/kit/Waiting'
import { type Photo, type Sheet, useForget, usePhoto, useTake } from './server'
import { picture, useToolName } from './words'

/** Photos are those of a check, and the button that takes another one. */
export function Photos({ sheet, may }: { sheet: Sheet; may: boolean }) {
  const { t } = useTranslation()
  const name = useToolName()
  const camera = useRef<HTMLInputElement>(null)
  const take = useTake(sheet.id)
  const [open, setOpen] = useState<Photo>()
  const title = (photo: Photo) => t('store.photo_of', { tool: photo.tool ? name(photo.tool) : sheet.shop })
  return (
    <>
      <div className="store-photos">
        {sheet.photos.map((photo) => (
          <button key={photo.id} type="button" onClick={() => setOpen(photo)}><img alt={title(photo)} src={picture(photo.small)} /></button>
        ))}
        {may && (
          <>
            <input ref={camera} type="file" hidden aria-label={t('store.photo')} accept="image/jpeg,image/png" capture="environment"
              onChange={(e) => { const [file] = e.target.files ?? []; if (file) take.mutate({ file, tool: '' }); e.target.value = '' }} />
            <Button size="small" icon={<CameraOutlined />} loading={take.isPending} onClick={() => camera.current?.click()}>{t('store.photo')}</Button>
          </>
        )}
      </div>
      <Fault error={take.error} />
      {open && <Whole photo={open} title={title(open)} may={may} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Whole({ photo, title, may, onClose }: { photo: Photo; title: string; may: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { data, error } = usePhoto(photo.id)
  const forget = useForget()
  return (
    <Modal open title={title} width="min(96vw, 900px)" onCancel={onClose}
      footer={may && <Button danger loading={forget.isPending} onClick={() => forget.mutate(photo.id, { onSuccess: onClose })}>{t('store.forget')}</Button>}>
      <Fault error={error ?? forget.error} />
      {data ? <img className="store-whole" alt={title} src={picture(data.body)} /> : !error && <Waiting rows={6} />}
    </Modal>
  )
}
