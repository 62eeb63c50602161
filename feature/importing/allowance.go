package importing

import "slices"

// unlimited is the allowance of who imports for everybody.
const unlimited = 1 << 62

// rowsOf is how many rows a role may import at once.
func rowsOf(role string) int64 {
	switch role {
	case "rep":
		return 5_000
	case "key_account_manager":
		return 50_000
	}
	return unlimited
}

// mayImport reports whether any of a user's roles lets him import a kind of
// file. Finance books money, not accounts; rates change everybody's figures, so
// sales do not bring them. Who has no role is the system or the command line.
func mayImport(roles []string, kind string) bool {
	return len(roles) == 0 || slices.ContainsFunc(roles, func(role string) bool {
		switch role {
		case "finance":
			return slices.Contains([]string{Orders, Invoices, Receipts, Rates}, kind)
		case "rep", "key_account_manager", "sales_manager":
			return kind != Rates
		}
		return true
	})
}
