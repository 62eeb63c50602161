package risk

import "erba/platform/identity"

// Grants are the rows of the matrix of risks of accounts.
var Grants = identity.Grants{}
