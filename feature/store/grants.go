package store

import "erba/platform/identity"

// Grants are the rows of the matrix of shops: who works on an account looks at them.
var Grants = identity.Grants{
	"store:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"store:write":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S"},
	"store:export": {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of the columns of shops. A photo may show anybody.
var Columns = identity.Columns{
	"store_checks":  {"C1": "by_id by_name", "C0": "id account_id shop day_on note total bottleneck", "own": "config version"},
	"store_answers": {"C0": "check_id stage tool present"},
	"store_photos":  {"C1": "small body", "C0": "id check_id tool width height"},
}
