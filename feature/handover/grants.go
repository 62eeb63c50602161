package handover

import "erba/platform/identity"

// Grants are the rows of the matrix of hand-overs.
var Grants = identity.Grants{}
