// Tools have names in both languages where they are known, and their own words otherwise.
import { useTranslation } from 'react-i18next'

export function useToolName() {
  const { t, i18n } = useTranslation()
  return (tool: string) => (i18n.exists(`store.tool_${tool}`) ? t(`store.tool_${tool}`) : tool)
}

/** picture is a JPEG as the server sends it, for an image. */
export const picture = (body: string) => `data:image/jpeg;base64,${body}`
