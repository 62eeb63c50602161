package pool

import "erba/platform/identity"

// Grants are the rows of the matrix of the pool. What lies there belongs to nobody,
// so it stands to nobody in a relation: whoever may take it sees of all of it what it
// is, by these grants alone and through the pool's own statements; the account itself
// opens once it is his.
var Grants = identity.Grants{
	"pool:read":   {"rep": "A", "key_account_manager": "A", "sales_manager": "A", "director": "A", "operations": "A"},
	"pool:take":   {"rep": "A", "key_account_manager": "A", "sales_manager": "A"},
	"pool:assign": {"sales_manager": "S", "director": "A", "operations": "A"},
	"pool:give":   {"rep": "O", "key_account_manager": "O", "sales_manager": "S", "director": "A"},
	"pool:watch":  {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operations": "A"},
	"pool:export": {"sales_manager": "S", "director": "A", "operations": "A"},
	"pool:govern": {"director": "A"},
}

// Columns are the classes of the pool's columns. When somebody last bought tells of
// sales, so it is commercial.
var Columns = identity.Columns{
	"pool_stays": {"C0": "id account_id sort_key region industry way since_on until_on ended reserved_on", "C1": "by_id was_id members to_id reserved_id",
		"C4": "note", "own": "run_id"},
	"pool_rules":    {"C4": "body reason", "own": "version by_id at"},
	"pool_runs":     {"own": "id ran_on version fell warned kept undone undone_by undone_at"},
	"pool_warnings": {"C0": "account_id due_on", "C4": "last_on last_by class days"},
}
