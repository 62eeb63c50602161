package development

import "erba/platform/identity"

// Grants are the rows of the matrix of the development of accounts.
var Grants = identity.Grants{}
