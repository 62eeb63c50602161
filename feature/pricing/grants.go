package pricing

import "erba/platform/identity"

// Grants are the rows of the matrix of prices.
var Grants = identity.Grants{}
