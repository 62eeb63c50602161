package upgrade

import "erba/platform/identity"

// Grants are upgrade's rows of the matrix: plans are made by those who work on
// the account, and by those who lead them.
var Grants = identity.Grants{
	"upgrade:read": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	"upgrade:write": {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of upgrade's columns: a class follows from sales, so it
// is commercial, and so is what one intends.
var Columns = identity.Columns{
	"upgrades": {"C4": "was becomes note", "C1": "owner_id by_id", "C0": "id account_id due_on state started_on ended_on",
		"own": "version"},
	"upgrade_steps": {"C4": "said", "C0": "upgrade_id due_on done_on", "own": "place"},
}
