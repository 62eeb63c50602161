package importing

import "erba/platform/identity"

var importers = []string{"rep", "key_account_manager", "sales_manager", "finance", "operations"}

// Grants are importing's rows of the matrix.
var Grants = identity.Grants{
	"import:read":  importers,
	"import:write": importers,
	"import:undo":  importers,
}
