package approval

import "erba/platform/identity"

// deciding is the grant under which everybody decides; whether he may decide
// a certain proposal is said by the grants of its kind.
const deciding = "approval:decide"

// Grants are approval's rows of the matrix. Everybody may stand in for somebody
// who decides; what he then sees is what that one sees.
var Grants = identity.Grants{
	"approval:read":   everybody,
	"approval:decide": deciders,
}

// everybody stands to proposals as he stands to the accounts they are about.
var everybody = map[string]string{
	"rep": "OTX", "key_account_manager": "OTX", "sales_manager": "SRX", "director": "A", "finance": "A",
	"service": "FT", "operations": "A", "admin": "O", "privacy": "O",
}

// deciders decide about what they work on, not about what is only shared with them.
var deciders = map[string]string{
	"rep": "OT", "key_account_manager": "OT", "sales_manager": "SR", "director": "A", "finance": "A",
	"service": "FT", "operations": "A", "admin": "O", "privacy": "O",
}

// Columns are the classes of approval's columns: what is proposed may be of any
// feature, so it is taken for commercial.
var Columns = identity.Columns{
	"approvals": {"C4": "payload amount_minor amount_currency args reason evidence subject_before subject_after",
		"C1": "by_id for_id benefits_id", "C0": "id kind object subject_id account_id link",
		"own": "proposed_at due_at effect_at ended_at undoable_until state steps step needs version"},
	"approval_decisions": {"C4": "reason", "C1": "by_id for_id", "own": "id approval_id verdict at"},
	"approval_moves":     {"own": "merge_id approval_id"},
	"approval_notices":   {"own": "id approval_id user_id what at seen"},
}
