package latent

import "erba/platform/identity"

// Grants are the rows of the matrix of latent demand.
var Grants = identity.Grants{}
