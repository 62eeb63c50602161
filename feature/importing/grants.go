package importing

import "erba/platform/identity"

// Grants are importing's rows of the matrix: files bring rows of accounts that
// their importer works on, or of all.
var Grants = identity.Grants{"import:read": importers, "import:write": importers, "import:undo": importers}

var importers = map[string]string{"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "finance": "A",
	"operations": "A", "operator": "A"}
