package assessment

import "erba/platform/identity"

// Grants are the rows of the matrix of assessments of deals.
var Grants = identity.Grants{}
