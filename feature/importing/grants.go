package importing

import "erba/platform/identity"

// Grants are importing's rows of the matrix: files bring rows of accounts that
// their importer works on, or of all.
var Grants = identity.Grants{"import:read": importers, "import:write": importers, "import:undo": importers}

var importers = map[string]string{"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "finance": "A",
	"operations": "A", "operator": "A"}

// Columns are the classes of importing's columns: a file may hold whatever its
// kind may.
var Columns = identity.Columns{
	"imports":         {"C4": "report shape settings kept", "C1": "actor", "own": "id kind state source job_id batch_id created_at published_at beat_at digest"},
	"import_parts":    {"C4": "data", "own": "import_id part"},
	"import_rejects":  {"C4": "value cells", "own": "import_id row_no column_name reason"},
	"import_writes":   {"C4": "before", "own": "import_id row_id version kind"},
	"import_profiles": {"own": "name kind settings"},
}
