package loss

import "erba/platform/identity"

// Grants are the rows of the matrix of loss-making accounts.
var Grants = identity.Grants{}
