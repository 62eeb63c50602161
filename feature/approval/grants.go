package approval

import "erba/platform/identity"

// deciding is the grant under which everybody decides; whether he may decide
// a certain proposal is said by the grants of its kind.
const deciding = "approval:decide"

// Grants are approval's rows of the matrix. Everybody may stand in for somebody
// who decides; what he then sees is what that one sees.
var Grants = identity.Grants{
	"approval:read":   everybody,
	"approval:decide": everybody,
}

// everybody stands to proposals as he stands to the accounts they are about.
var everybody = map[string]string{
	"rep": "OTX", "key_account_manager": "OTX", "sales_manager": "SRX", "director": "A", "finance": "A",
	"service": "FT", "operations": "A", "admin": "O", "privacy": "O",
}
