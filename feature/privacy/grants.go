package privacy

import "erba/platform/identity"

// Grants are privacy's rows of the matrix: one role's alone, and no other grant
// of that role opens anything of the business.
var Grants = identity.Grants{
	"privacy:read":   {"privacy": "A"},
	"privacy:handle": {"privacy": "A"},
	"privacy:pack":   {"privacy": "A"},
	"privacy:erase":  {"privacy": "A"},
}
