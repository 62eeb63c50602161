package servicing

import "erba/platform/identity"

// Grants are the rows of the matrix of service against its cost: what service
// costs is told to who is told margins, and they say how good it was.
var Grants = identity.Grants{
	"servicing:read":   {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "operations": "A", "operator": "A"},
	"servicing:rate":   {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "operations": "A"},
	"servicing:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
}

// Columns are the classes of servicing's columns.
var Columns = identity.Columns{
	"servicing_indexes": {"C4": "value evidence", "C1": "by_id by_name", "C0": "id account_id quarter source rated_on", "own": "version latest"},
}
