package account

import "erba/platform/identity"

// Grants are account's rows of the matrix. What a region opens is to be read
// and written, but not to be handed on.
var Grants = identity.Grants{
	"account:read": {"rep": "OTX", "key_account_manager": "OTX", "sales_manager": "SRX", "director": "A", "finance": "A",
		"service": "FT", "operations": "A", "operator": "A"},
	"account:open":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "SR", "operations": "A", "operator": "A"},
	"account:write": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "SR", "director": "A", "operations": "A", "operator": "A"},
	"account:export": {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operations": "A",
		"operator": "A"},
	"account:merge":  {"sales_manager": "S", "operations": "A", "operator": "A"},
	"account:spend":  {"sales_manager": "A", "operations": "A", "operator": "A"},
	"account:assign": {"sales_manager": "S", "director": "A", "operations": "A", "operator": "A"},
}

// Columns are the classes of account's columns. What an account was before is
// of the class of what it is.
var Columns = identity.Columns{
	"accounts": {"C0": "id code name short_name sort_key name_key uscc phone parent_id region city industry ownership employees " +
		"revenue_minor owner_id source source_detail referrer_id status opened_on merged_into", "own": "changed_at version"},
	"account_words":      {"C0": "id words"},
	"account_changes":    {"C0": "id account_id field old_value new_value", "C1": "actor", "own": "origin origin_id at"},
	"account_merges":     {"C0": "id from_id into_id before", "C1": "actor", "own": "merged_at undone_at"},
	"account_moves":      {"own": "merge_id kept place before"},
	"account_duplicates": {"C0": "id one_id other_id reason similarity state", "C1": "actor", "own": "decided_at"},
	"account_views":      {"own": "id user_id name query"},
	"account_spendings":  {"C4": "amount_minor note", "C0": "id source spent_on"},
}
