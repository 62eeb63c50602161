package segment

import "erba/platform/identity"

// Grants are segment's rows of the matrix: whoever reads the portfolio may ask
// it for some of his accounts. What is offered to everybody is a matter of who
// leads, or keeps the data.
var Grants = identity.Grants{
	"segment:read": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	"segment:write": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	"segment:share":  {"sales_manager": "S", "director": "A", "operations": "A", "operator": "A"},
	"segment:export": {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
}

// Columns are the classes of segment's columns. What somebody looks for tells
// what he thinks of customers.
var Columns = identity.Columns{
	"segments":          {"C4": "name note definition", "C1": "author_id author", "C0": "id shared", "own": "changed_at version"},
	"segment_snapshots": {"C4": "definition", "C1": "author_id author", "C0": "id segment_id as_of"},
	"segment_members":   {"C4": "band", "C0": "snapshot_id account_id"},
}
