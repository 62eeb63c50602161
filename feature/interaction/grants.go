package interaction

import "erba/platform/identity"

// Grants are the rows of the matrix of contacts with customers.
var Grants = identity.Grants{}
