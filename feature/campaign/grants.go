package campaign

import "erba/platform/identity"

// Grants are the rows of the matrix of campaigns.
var Grants = identity.Grants{}
