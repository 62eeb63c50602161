// Texts into which nobody can write what he likes, and why. Whatever else the API takes must be reached.
const secret = 'is a secret and never shown', chosen = 'is one of a few words', number = 'is a number with a check digit', column = 'is the name of a column', hashed = 'is compared and not kept', zone = 'is the name of a time zone', answer = 'is yes, no or unknown'
export const closed: Record<string, string> = {
  'POST /api/users login': 'has letters, digits and . _ @ - alone',
  'POST /api/users roles[]': chosen, 'PUT /api/users/{id} roles[]': chosen, 'POST /api/me/tokens grants[]': chosen, 'PUT /api/accounts/{account}/classes/{model} class': chosen,
  'POST /api/accounts source': chosen, 'PUT /api/accounts/{id} source': chosen, 'POST /api/accounts uscc': number, 'PUT /api/accounts/{id} uscc': number,
  'POST /api/me/factor/removal code': secret, 'PUT /api/me/password current': secret, 'PUT /api/me/password next': secret,
  'PUT /api/imports/{id} date_order': chosen, 'PUT /api/imports/{id} encoding': chosen, 'PUT /api/imports/{id} no_account': chosen, 'PUT /api/imports/{id} separator': chosen, 'PUT /api/imports/{id} tax': chosen,
  'PUT /api/imports/{id} fill[]': column, 'PUT /api/imports/{id} matching{}': column,
  'PUT /api/privacy/readmission name': hashed, 'PUT /api/privacy/readmission company': hashed, 'PUT /api/privacy/readmission numbers[]': hashed, 'PUT /api/privacy/readmission mails[]': hashed, 'PUT /api/privacy/readmission wechats[]': hashed,
  'PUT /api/privacy/requests/{id}/erasure name': hashed,
  'POST /api/accounts/{account}/latent/declined product': 'is the code of a product that is proposed',
  'POST /api/visits zone': zone, 'POST /api/visits/batch visits[].zone': zone, 'POST /api/visits/{visit}/move zone': zone, 'PUT /api/me/notices/settings zone': zone,
  'POST /api/visits/{visit}/report key': 'has letters, digits and - alone', 'PUT /api/accounts/{account}/visits/hours/{contact} slots': 'is ten times 0 or 1',
  'POST /api/today/marks rule': chosen, 'PUT /api/me/notices/settings kinds[].kind': chosen, 'PUT /api/stores/{id} answers[].tool': 'is the name of a tool; another one is left out',
  'POST /api/me/notices/mail/confirm code': secret, 'PUT /api/me/notices/mail mail': 'is refused where no letters are sent, and else shown to nobody but whom it belongs to',
  'POST /api/accounts/{account}/contacts scope': chosen, 'PUT /api/contacts/{id} scope': chosen,
  'PUT /api/accounts/{account}/relations moves[].scope': chosen, 'PUT /api/accounts/{account}/relations judgements[].value': chosen,
  'PUT /api/accounts/{account}/relations judgements[].answers{}': answer, 'PUT /api/relations/guide/{field} answers{}': answer,
  'POST /api/industries code': 'has lower case letters, digits and _ alone',
  'PUT /api/targets rows[].line': 'is the name of a line of products',
  'POST /api/claims uscc': number, 'POST /api/claims/check uscc': number, 'POST /api/claims domain': 'is the name of a domain', 'POST /api/claims/check domain': 'is the name of a domain',
}
