package lead

import "erba/platform/identity"

// Grants are the rows of the matrix of leads.
var Grants = identity.Grants{}
