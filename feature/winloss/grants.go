package winloss

import "erba/platform/identity"

// Grants are the rows of the matrix of wins and losses.
var Grants = identity.Grants{}
