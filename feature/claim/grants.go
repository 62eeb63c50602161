package claim

import "erba/platform/identity"

// Grants are the rows of the matrix of claims: who sells asks and claims; who leads
// him, or leads all, decides.
var Grants = identity.Grants{
	"claim:check":  {"rep": "A", "key_account_manager": "A", "sales_manager": "A", "director": "A", "operations": "A"},
	"claim:read":   {"rep": "O", "key_account_manager": "O", "sales_manager": "S", "director": "A", "operations": "A", "operator": "A"},
	"claim:write":  {"rep": "O", "key_account_manager": "O", "sales_manager": "O"},
	"claim:decide": {"sales_manager": "S", "director": "A"},
	"claim:export": {"rep": "O", "key_account_manager": "O", "sales_manager": "S", "director": "A", "operations": "A", "operator": "A"},
	"claim:govern": {"director": "A"},
}

// Columns are the classes of claim's columns. Whom somebody wants to win is
// commercial; the company itself is not.
var Columns = identity.Columns{
	"claims": {"C0": "id name core city region uscc phone domain state asked_on until_on account_id rival_account_id decided_on",
		"C1": "user_id rival_id decider_id decided_by_id", "C4": "project evidence reason decision", "own": "renewals warned rival_claim_id version"},
	"claim_checks":  {"own": "id user_id at"},
	"claim_notices": {"C0": "company", "C4": "words", "own": "id user_id what on_day seen"},
	"claim_rules":   {"own": "version days most renewals warn checks by_id at", "C4": "reason"},
}
