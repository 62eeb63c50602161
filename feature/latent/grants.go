package latent

import "erba/platform/identity"

// Grants are the rows of the matrix of latent demand: what it is worth is sales,
// so whoever reads the sales of an account reads what it may buy next, and
// whoever works on it says what is nothing for it.
var Grants = identity.Grants{
	"latent:read": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	"latent:decide": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"latent:export": {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
}

// Columns are the classes of latent's columns: what accounts buy is commercial.
var Columns = identity.Columns{
	"latent_state":    {"own": "id revision target after version as_of orders config setting mined_at"},
	"latent_products": {"own": "number", "C0": "code"},
	"latent_segments": {"own": "number", "C0": "industry size"},
	"latent_accounts": {"C4": "segment history found", "C0": "account_id"},
	"latent_pairs":    {"own": "one other", "C4": "together of_one of_other"},
	"latent_norms":    {"own": "segment product", "C4": "buyers accounts median"},
	"latent_declined": {"C4": "reason", "C1": "by_id", "C0": "id account_id product again declined_on"},
}
