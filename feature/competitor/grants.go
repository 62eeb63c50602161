package competitor

import "erba/platform/identity"

// Grants are the rows of the matrix of competitors: whoever sells reads who competes
// with us; how they stand in a deal or at an account is said by who works on it.
// Battle cards, and grids of a region or an industry, belong to no account: whoever
// leads accounts keeps them.
var Grants = identity.Grants{
	"competitor:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"competitor:write":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S"},
	"competitor:keep":   {"key_account_manager": "A", "sales_manager": "A", "director": "A"},
	"competitor:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of competitors' columns. Who is against us among the
// customer's people is a judgement about a person.
var Columns = identity.Columns{
	"competitors": {"C0": "id name checked_on expires_on", "C1": "by_id by_name", "C4": "strengths weakness says evidence", "own": "name_key version"},
	"competitor_rivals": {"C0": "id opportunity_id kind judged_on expires_on", "C1": "by_id by_name", "C4": "competitor_id superior ratings active incumbent weakness",
		"C4p": "contact_id power opposition evidence", "own": "version"},
	"competitor_cells": {"C0": "id account_id scope place product judged_on expires_on", "C1": "by_id by_name", "C4": "competitor_id scores evidence", "own": "version"},
	"competitor_clear": {"C0": "id account_id judged_on expires_on", "C1": "by_id by_name", "C4p": "evidence", "own": "version"},
}
