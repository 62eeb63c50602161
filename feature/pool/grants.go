package pool

import "erba/platform/identity"

// Grants are the rows of the matrix of the pool of accounts.
var Grants = identity.Grants{}
