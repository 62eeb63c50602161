package strategy

import "erba/platform/identity"

// Grants are the rows of the matrix of strategies.
var Grants = identity.Grants{}
