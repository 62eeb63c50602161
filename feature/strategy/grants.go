package strategy

import "erba/platform/identity"

// Grants are the rows of the matrix of strategies: whoever works on a deal chooses
// how to fight for it, and whoever leads him sees how.
var Grants = identity.Grants{
	"strategy:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"strategy:write":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S"},
	"strategy:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of strategies' columns: how we fight is commercial.
var Columns = identity.Columns{
	"strategy_facts": {"C0": "opportunity_id said_on", "C1": "by_id by_name", "C4": "incumbent changeable changeable_until divisible part part_ratio evidence",
		"own": "version"},
	"strategy_choices": {"C0": "id opportunity_id chosen_on", "C1": "by_id by_name", "C4": "strategy advised reason ratio gate", "own": "number config"},
}
