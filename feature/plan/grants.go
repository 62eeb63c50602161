package plan

import "erba/platform/identity"

// Grants are the rows of the matrix of plans.
var Grants = identity.Grants{}
