package delivered

import "erba/platform/identity"

// Grants are the rows of the matrix of delivered value: who works on an account
// compares what is offered to it.
var Grants = identity.Grants{
	"delivered:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "operations": "A", "operator": "A"},
	"delivered:write":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"delivered:export": {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
}

// Columns are the classes of delivered's columns: what we and others offer is commercial.
var Columns = identity.Columns{
	"offers":       {"C4": "name", "C1": "by_id by_name", "C0": "id account_id unit made_on", "own": "version"},
	"offer_sides":  {"C4": "name", "C0": "offer_id place"},
	"offer_values": {"C4": "amount evidence", "C1": "by_id by_name", "C0": "id offer_id place component said_on", "own": "version latest"},
}
