package auditing

import "erba/platform/identity"

// Grants are auditing's rows of the matrix. Everybody reads his own sign-ins
// besides. Who may read a log may not always read its values.
var Grants = identity.Grants{
	"audit:read": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "privacy": "A", "operator": "A"},
	"audit:open": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "privacy": "A", "finance": "A",
		"service": "FT", "admin": "A", "operator": "A"},
	"audit:values":   {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "service": "FT", "operator": "A"},
	"audit:credit":   {"finance": "A"},
	"audit:case":     {"service": "FT"},
	"audit:access":   {"director": "A", "privacy": "A", "operator": "A"},
	"audit:security": {"director": "A", "privacy": "A", "admin": "A", "operator": "A"},
	"audit:verify":   {"director": "A", "privacy": "A", "admin": "A", "operator": "A"},
	"audit:retain":   {"director": "A"},
	"audit:export":   {"director": "A", "privacy": "A"},
}
