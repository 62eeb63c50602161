package bundle

import "erba/platform/identity"

// Grants are the rows of the matrix of packages and of sharing: all of sales knows
// what is sold together, who leads decides about it, and nothing of customers leaves
// without the privacy officer.
var Grants = identity.Grants{
	"bundle:read":     {"rep": "A", "key_account_manager": "A", "sales_manager": "A", "director": "A", "finance": "A"},
	"bundle:write":    {"sales_manager": "A", "director": "A"},
	"bundle:cost":     {"sales_manager": "A", "director": "A", "finance": "A"},
	"bundle:export":   {"sales_manager": "A", "director": "A", "finance": "A"},
	"sharing:read":    {"key_account_manager": "A", "sales_manager": "A", "director": "A", "privacy": "A"},
	"sharing:write":   {"sales_manager": "A", "director": "A"},
	"sharing:approve": {"privacy": "A"},
	"sharing:export":  {"sales_manager": "S", "director": "A"},
	"consent:read":    {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"consent:write":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S"},
}

// Columns are the classes of bundle's columns.
var Columns = identity.Columns{
	"bundle_partners":    {"C0": "id name note", "C1": "by_id", "own": "version"},
	"bundle_ways":        {"C0": "partner_id way chosen", "C4": "pros cons cost"},
	"bundles":            {"C0": "id name note price ended_on made_on", "C1": "by_id", "own": "version"},
	"bundle_items":       {"C0": "bundle_id place name partner_id", "C4": "cost"},
	"sharing_agreements": {"C0": "id partner_id purpose fields basis from_on until_on state made_on", "C1": "by_id", "own": "approval_id version"},
	"sharing_consents":   {"C0": "id account_id partner_id given_on until_on withdrawn_on", "C1": "proof by_id", "own": "version"},
	"sharing_lists":      {"C0": "id agreement_id region industry selected shared made_on made_at", "C1": "by_id"},
	"sharing_listed":     {"C0": "list_id account_id"},
}
