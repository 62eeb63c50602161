package servicing

import "erba/platform/identity"

// Grants are the rows of the matrix of service against its cost.
var Grants = identity.Grants{}
