package maintenance

import "erba/platform/identity"

// Grants are the rows of the matrix of maintenance of relationships.
var Grants = identity.Grants{}
