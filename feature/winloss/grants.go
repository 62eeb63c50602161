package winloss

import "erba/platform/identity"

// Grants are the rows of the matrix of wins and losses: everybody of sales looks
// back on the deals that he sees.
var Grants = identity.Grants{
	"winloss:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
	"winloss:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}
