package forecast

import "erba/platform/identity"

// Grants are the rows of the matrix of forecasts.
var Grants = identity.Grants{}
